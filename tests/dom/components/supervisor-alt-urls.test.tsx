import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { SupervisorCommands } from '../../../components/supervisor/commands.ts';
import { fail, ok } from '../../../lib/result.ts';
import { COMMANDS, PAGE, supervisor, URLS } from '../../pages/component-gallery/supervisor-views.tsx';
import { control, drawn, expectAccessible, hide, later, show } from './mount.tsx';
import { words } from './sign-in-stage.tsx';

const altUrls = vi.fn<SupervisorCommands['altUrls']>();
const changeAltUrl = vi.fn<SupervisorCommands['changeAltUrl']>();
const onTake = vi.fn(async () => true);
beforeEach(() => {
  altUrls.mockReset().mockResolvedValue(ok(URLS));
  changeAltUrl.mockReset().mockResolvedValue(ok(null));
  onTake.mockClear();
});
afterEach(hide);

const section = () => document.querySelector('[aria-labelledby="floor-urls"]') as HTMLElement;
const selects = () => [...section().querySelectorAll('select')];
const press = (name: string) => control('[aria-labelledby="floor-urls"] button', name).click();

async function read(event = 'dispo', change: Parameters<typeof supervisor>[0] = {}) {
  show(supervisor({ commands: { ...COMMANDS, altUrls, changeAltUrl }, onTake, ...change }));
  await userEvent.selectOptions(selects()[0]!, 'TESTCAMP');
  await userEvent.selectOptions(selects()[1]!, event);
  press('Show');
  await expect.poll(() => section().innerText).toContain('Order form');
}

it('asks for nothing before a campaign is chosen', async () => {
  show(supervisor({ commands: { ...COMMANDS, altUrls } }));
  press('Show');
  expect(altUrls).not.toHaveBeenCalled();
  await read('start');
  expect(altUrls).toHaveBeenCalledExactlyOnceWith({ campaign: 'TESTCAMP', event: 'start' });
});

it('switches one after one question, and reads what is true afterwards', async () => {
  await read();
  press('Switch off: Order form');
  await expect.poll(() => section().innerText).toContain('VICIdial calls it no more, for anybody.');
  await expectAccessible();
  expect(changeAltUrl).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  await expect.poll(words).toContain('Order form is switched.');
  expect(changeAltUrl).toHaveBeenCalledExactlyOnceWith({
    ...{ campaign: 'TESTCAMP', event: 'dispo', kind: 'switch', id: '3', active: false },
  });
  expect(altUrls).toHaveBeenCalledTimes(2);
});

it('shows, switches and takes nothing of a campaign that was left before its answer came', async () => {
  const late = later<Awaited<ReturnType<SupervisorCommands['altUrls']>>>();
  altUrls.mockReturnValueOnce(late.answer);
  show(supervisor({ commands: { ...COMMANDS, altUrls, changeAltUrl }, onTake }));
  await userEvent.selectOptions(selects()[0]!, 'TESTCAMP');
  press('Show');
  await userEvent.selectOptions(selects()[0]!, 'OFFCAMP');
  late.come(ok([{ ...URLS[0]!, description: 'Of the other' }]));
  await drawn();
  expect(section().innerText).not.toContain('Of the other');
  press('Show');
  await expect.poll(() => section().innerText).toContain('Order form');
  expect(altUrls).toHaveBeenLastCalledWith({ campaign: 'OFFCAMP', event: 'dispo' });
});

it('begins no second change while the first is on its way', async () => {
  const late = later<Awaited<ReturnType<SupervisorCommands['changeAltUrl']>>>();
  changeAltUrl.mockReturnValueOnce(late.answer);
  altUrls.mockResolvedValue(ok([URLS[0]!, { ...URLS[0]!, id: '9', description: 'Second form' }]));
  await read();
  press('Switch off: Order form');
  await expect.poll(() => document.activeElement?.textContent).toBe('Switch off');
  await userEvent.keyboard('{Enter}');
  await drawn();
  for (const name of ['Switch off: Second form', 'Write to VICIdial']) {
    expect(control('button', name).getAttribute('aria-disabled')).toBe('true');
    press(name);
  }
  await drawn();
  expect(section().querySelectorAll('.row-confirm')).toHaveLength(1);
  late.come(ok(null));
  await expect.poll(() => section().querySelector('.row-confirm')).toBeNull();
  expect(control('button', 'Write to VICIdial').getAttribute('aria-disabled')).toBe('false');
});

it.each([
  ['that it is done', ok(null), 'Order form is switched.'],
  [
    'why it was refused',
    fail({ code: 'vicidial', failure: { code: 'altUrlsOff' } } as const),
    'Its URL must be set to ALT first.',
  ],
])(
  'tells of a switch %s and of which campaign, where another is chosen by then, and reads nothing of that',
  async (_what, answer, said) => {
    const late = later<Awaited<ReturnType<SupervisorCommands['changeAltUrl']>>>();
    changeAltUrl.mockReturnValueOnce(late.answer);
    await read();
    press('Switch off: Order form');
    await expect.poll(() => document.activeElement?.textContent).toBe('Switch off');
    await userEvent.keyboard('{Enter}');
    await userEvent.selectOptions(selects()[0]!, 'OFFCAMP');
    // Its outcome is waited for before anything else is read.
    press('Show');
    late.come(answer);
    await expect.poll(() => section().innerText).toContain(said);
    expect(section().innerText).toContain('This is about: TESTCAMP · After a disposition.');
    expect(altUrls).toHaveBeenCalledTimes(1);
    press('Show');
    await expect.poll(() => altUrls.mock.lastCall).toEqual([{ campaign: 'OFFCAMP', event: 'dispo' }]);
    expect(section().innerText).not.toContain('This is about');
  },
);

it('takes one into the options as a page after calls, where it may be one', async () => {
  await read();
  press('Open in the browser, too: Order form');
  await expect.poll(words).toContain('Order form is now among the pages after calls');
  expect(onTake).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ name: 'Order form', campaigns: ['TESTCAMP'], statuses: ['SALE', 'XFER'] }),
  );
  // What is switched off opens nowhere, and other events have no pages.
  expect(section().querySelectorAll('[aria-label*="browser, too"]')).toHaveLength(1);
});

it('takes and writes no address in which a password or key stands, and says so', async () => {
  const address = 'https://crm.example.com/order?pass=***&lead=--A--lead_id--B--';
  altUrls.mockResolvedValue(ok([{ ...URLS[0]!, address }]));
  const template = 'https://crm.example.com/survey?api_key=k1' as typeof PAGE.template;
  await read('dispo', { pages: [{ ...PAGE, template }] });
  expect(section().innerText).toContain('Passwords and keys in addresses are shown as ***.');
  const names = [...section().querySelectorAll('button')].map((one) => one.ariaLabel ?? one.textContent);
  expect(names).toEqual(['Show', 'Switch off: Order form']);
});

it.each([
  ['start', {}],
  ['dispo', { onTake: undefined }],
] as const)('takes none of the event %s, or where the company keeps the pages', async (event, change) => {
  await read(event, change);
  expect(section().querySelector('[aria-label*="browser, too"]')).toBeNull();
});

it('writes a page of the options to VICIdial after one question, or says why it was refused', async () => {
  changeAltUrl.mockResolvedValue(fail({ code: 'vicidial', failure: { code: 'altUrlsOff' } }));
  await read();
  press('Write to VICIdial');
  await expect.poll(() => section().innerText).toContain('Write Survey to TESTCAMP?');
  await expect.poll(() => document.activeElement?.closest('.row-confirm') ?? null).not.toBeNull();
  await userEvent.keyboard('{Enter}');
  await expect.poll(words).toContain('Its URL must be set to ALT first.');
  expect(words()).not.toContain('Survey is written');
  expect(changeAltUrl).toHaveBeenCalledExactlyOnceWith({
    ...{ kind: 'add', campaign: 'TESTCAMP', name: 'Survey', template: PAGE.template },
  });
  changeAltUrl.mockResolvedValue(ok(null));
  press('Write to VICIdial');
  await expect.poll(() => document.activeElement?.closest('.row-confirm') ?? null).not.toBeNull();
  await userEvent.keyboard('{Enter}');
  await expect.poll(words).toContain('Survey is written to TESTCAMP.');
});
