import { AGENT, STATUS_LOGIN } from './fixtures/demo-agent.ts';
import type { ExtensionGlobal } from './fixtures/extension.ts';
import { expect, testInOwnBrowser as test } from './fixtures/test.ts';

test('a report and a file of settings hold no secret, and everything can be deleted', async ({ desk }) => {
  await desk.openAgentScreen();
  const popup = await desk.signIn();
  await popup.dial('+1 415 555 0132');
  await popup.expectStage('Talking');
  const options = await desk.extension.context.newPage();
  await options.goto(`${desk.extension.url('options.html')}#diagnostics`);
  const press = (name: string) => options.getByRole('button', { name, exact: true }).click();

  await press('Make a report');
  const report = await options.getByLabel('The whole report').inputValue();
  expect(JSON.parse(report)).toMatchObject({ connection: { status: 'signedIn' }, agent: { phase: 'talking' } });
  const saving = options.waitForEvent('download');
  await press('Save as a file');
  const file = await (await saving).createReadStream();
  const saved = (await file.toArray()).join('');
  expect(JSON.parse(saved)).toMatchObject({ dialside: 'settings', version: 1, settings: { regions: ['US'] } });
  const secrets = [AGENT.password, AGENT.phonePassword, STATUS_LOGIN.user, STATUS_LOGIN.password, AGENT.user];
  for (const secret of [...secrets, '4155550132', new URL(desk.dialer.url).host]) {
    expect(report).not.toContain(secret);
    expect(saved).not.toContain(secret);
  }

  await press('Delete everything of Dialside here');
  await press('Delete everything');
  await expect(popup.page.getByLabel('Server address', { exact: true })).toBeVisible();
  const left = await options.evaluate(async () => {
    const { storage, permissions } = (globalThis as ExtensionGlobal).chrome;
    const [kept, { origins }] = [await storage.local.get(), await permissions.getAll()];
    return { kept: Object.keys(kept).filter((key) => key !== 'policy'), origins };
  });
  expect(left).toEqual({ kept: [], origins: [] });
});

test('the appearance is chosen once for every page, and known to each before it is painted', async ({ desk }) => {
  const { context } = desk.extension;
  const [options, setUp] = [await context.newPage(), await context.newPage()];
  await setUp.goto(desk.extension.url('setup.html'));
  await options.goto(desk.extension.url('options.html'));
  const looks = (page: typeof options) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const bright = await looks(setUp);
  await options.getByLabel('Dark', { exact: true }).check();
  await expect.poll(() => looks(setUp)).not.toBe(bright);
  expect(await looks(options)).toBe(await looks(setUp));
  // Of the very first script, as long as the page's own have not begun.
  await setUp.route('**/chunks/*.js', (route) => route.abort());
  await setUp.reload();
  expect(await looks(setUp)).toBe(await looks(options));
  await options.getByLabel('As on this computer', { exact: true }).check();
  await expect(options.locator('html')).not.toHaveAttribute('data-appearance');
  expect(await options.evaluate(() => localStorage.length)).toBe(0);
});
