import { describe, expect, it, vi } from 'vitest';
import { createPanelHandlers, type PanelRequestDeps } from '../../../lib/background/requests/panel-requests.ts';
import { ok } from '../../../lib/result.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import { createArea } from './rig.ts';

vi.mock('../../../lib/platform/extension-api.ts', () => ({
  browser: { runtime: { id: 'dialside', getURL: (path: string) => `chrome-extension://dialside/${path}` } },
}));

const SENDER = { tab: undefined } as never;

async function setUp() {
  const settings = createSettingsStore(createArea());
  await settings.write({
    pauseCodes: [{ code: 'LUNCH', name: 'Lunch' }],
    dialPauseCode: 'CALLS',
    dispositions: [{ code: 'SALE', name: 'Sale made', isCallback: false }],
  });
  const pause = vi.fn(async () => ok(null));
  const finish = vi.fn(async () => ok(null));
  const overtaken: string[] = [];
  const overtake = (what: string) => async () => void overtaken.push(what);
  const parts = {
    settings,
    commands: { pause, resume: pause },
    calls: { finish, overtake: overtake('ending') },
    dials: { overtake: overtake('dial') },
  };
  return { handlers: createPanelHandlers(parts as unknown as PanelRequestDeps), pause, finish, overtaken };
}

const FINISH = { status: 'SALE', callback: null, afterCall: 'stayPaused' } as const;
const refusedFor = (command: string, field: string) => ({
  ok: false,
  failure: { code: 'vicidial', command, failure: { code: 'refusedInput', field, problem: 'notAllowed' } },
});

describe('the address of the webphone, which holds the SIP secret', () => {
  const URL_OF_PHONE = 'https://dialer.example/phone?secret=canary';
  const OWN = 'chrome-extension://dialside/';
  const takeFrom = (url: string, id = 'dialside') => {
    const takeUrl = vi.fn(() => URL_OF_PHONE);
    const handlers = createPanelHandlers({ webphone: { takeUrl } } as unknown as PanelRequestDeps);
    return { taken: handlers['webphone.takeUrl'](null, { id, url } as never), takeUrl };
  };

  it('is given to its window', () => {
    expect(takeFrom(`${OWN}webphone.html`).taken).toBe(URL_OF_PHONE);
  });

  it.each([`${OWN}popup.html`, `${OWN}options.html`, `${OWN}other/webphone.html`, 'https://crm.example/webphone.html'])(
    'is not given to %s, and stays there for its window',
    (url) => {
      const { taken, takeUrl } = takeFrom(url);
      expect(taken).toBeNull();
      expect(takeUrl).not.toHaveBeenCalled();
    },
  );

  it('is not given to another extension’s page of that name', () => {
    expect(takeFrom(`${OWN}webphone.html`, 'other').taken).toBeNull();
  });
});

describe('a code that VICIdial would take and nobody knows', () => {
  it.each([null, 'LUNCH', 'CALLS'])('pause code %s of the options is sent', async (pauseCode) => {
    const { handlers, pause } = await setUp();
    expect(await handlers['agent.pause']({ pauseCode }, SENDER)).toEqual(ok(null));
    expect(pause).toHaveBeenCalledExactlyOnceWith(pauseCode);
  });

  it('of a pause is refused when it is none of the options', async () => {
    const { handlers, pause } = await setUp();
    expect(await handlers['agent.pause']({ pauseCode: 'LUNHC' }, SENDER)).toEqual(refusedFor('pause', 'pause_code'));
    expect(pause).not.toHaveBeenCalled();
  });

  it('of a disposition, or of the pause after it, is refused as well', async () => {
    const { handlers, finish } = await setUp();
    expect(await handlers['call.finish']({ ...FINISH, status: 'SLAE' }, SENDER)).toEqual(
      refusedFor('finish', 'status'),
    );
    expect(await handlers['call.finish']({ ...FINISH, pauseCode: 'LUNHC' }, SENDER)).toEqual(
      refusedFor('finish', 'pause_code'),
    );
    expect(finish).not.toHaveBeenCalled();
    expect(await handlers['call.finish']({ ...FINISH, pauseCode: 'LUNCH' }, SENDER)).toEqual(ok(null));
    expect(finish).toHaveBeenCalledOnce();
  });
});

it.each(['agent.pause', 'agent.resume'] as const)(
  '%s counts more than what an ending or a dial would do',
  async (name) => {
    const { handlers, overtaken } = await setUp();
    await (name === 'agent.pause' ? handlers[name]({ pauseCode: null }, SENDER) : handlers[name](null, SENDER));
    expect(overtaken).toEqual(['ending', 'dial']);
  },
);
