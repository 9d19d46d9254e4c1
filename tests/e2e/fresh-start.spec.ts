import type { Desk } from './fixtures/desk.ts';
import type { ExtensionGlobal } from './fixtures/extension.ts';
import { expect, test } from './fixtures/test.ts';

/** Tests share a browser: whatever one of them leaves there, the next must not find. */

/** All that the browser keeps for the extension, and what pages could tell each other by. */
async function found({ extension, crmUrl }: Desk) {
  const page = await extension.context.newPage();
  await page.goto(crmUrl);
  const marked = await page.evaluate(() => document.cookie);
  await page.close();
  const kept = await extension.worker.evaluate(async () => {
    const { alarms, declarativeNetRequest, notifications, permissions, runtime, scripting, storage, windows } = (
      globalThis as ExtensionGlobal
    ).chrome;
    const areas = [storage.local, storage.session, storage.sync];
    return {
      alarms: (await alarms.getAll()).map(({ name }) => name),
      mark: (globalThis as { mark?: string }).mark ?? '',
      notices: Object.keys(await notifications.getAll()),
      rules: (await declarativeNetRequest.getSessionRules()).length,
      scripts: (await scripting.getRegisteredContentScripts()).map(({ id }) => id),
      sites: (await permissions.getAll()).origins,
      stored: JSON.stringify(await Promise.all(areas.map((area) => area.get()))),
      views: (await runtime.getContexts({})).map(({ documentUrl }) => documentUrl ?? '').filter((url) => url !== ''),
      windows: (await windows.getAll()).length,
    };
  });
  return { ...kept, marked, tabs: extension.context.pages().length };
}

test.describe.configure({ mode: 'serial' });

let untouched: Awaited<ReturnType<typeof found>>;

test('a test that leaves everything behind it', async ({ desk }) => {
  untouched = await found(desk);
  await desk.signIn();
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  await crm.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: what a page of the next test would be sent
    document.cookie = 'mark=1; max-age=3600';
  });
  await desk.extension.worker.evaluate(async () => {
    const world = globalThis as ExtensionGlobal & { mark?: string };
    const { alarms, declarativeNetRequest, notifications, storage, windows } = world.chrome;
    world.mark = 'left';
    for (const area of [storage.local, storage.session, storage.sync]) await area.set({ mark: 'left' });
    await alarms.create('left', { delayInMinutes: 60 });
    await notifications.create('left', { type: 'basic', iconUrl: '/icons/128.png', title: 'Left', message: 'Left' });
    await declarativeNetRequest.updateSessionRules({
      addRules: [{ id: 4711, action: { type: 'block' }, condition: { urlFilter: 'crm.example' } }],
    });
    await windows.create({ url: 'popup.html', type: 'popup' });
  });
  const left = await found(desk);
  // Proves that each of them would be found.
  const changed = Object.entries(left).filter(
    ([name, value]) => String(value) !== String(Reflect.get(untouched, name)),
  );
  expect(changed.map(([name]) => name)).toEqual(Object.keys(untouched));
});

test('the next test finds nothing of it', async ({ desk }) => {
  expect(await found(desk)).toEqual(untouched);
});
