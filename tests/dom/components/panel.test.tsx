import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Panel } from '../../../components/panel.tsx';
import type { PanelState } from '../../../lib/messages/panel-state.ts';
import type { SiteState } from '../../../lib/messages/protocol.ts';
import { fail, ok } from '../../../lib/result.ts';
import { control, expectAccessible, hide, show } from './mount.tsx';
import { createCommands } from './panel-commands.ts';
import { agentIn, dialIn, history, panelState, SCREEN, SIGNED_IN, SITE } from './panel-states.ts';

let commands = createCommands();
const site = { enable: vi.fn(), disable: vi.fn(), findOnce: vi.fn(), setMode: vi.fn() };

function showPanel(change: Partial<PanelState> = {}, siteState: SiteState = SITE, layout: 'popup' | 'side' = 'popup') {
  const state = panelState(change);
  show(
    <Panel
      state={state}
      connection={state.connection.status === 'signedIn' ? state.connection : SIGNED_IN}
      commands={commands}
      site={siteState}
      siteCommands={site}
      layout={layout}
    />,
  );
}

const words = () => document.body.textContent;
const numberField = () => control('input', 'Number to call') as HTMLInputElement;

beforeEach(() => {
  commands = createCommands();
  vi.clearAllMocks();
});
afterEach(hide);

describe('pausing', () => {
  it('takes one key from a ready agent', async () => {
    showPanel({ agent: agentIn('ready') });
    control('button', 'Pause').focus();
    await userEvent.keyboard('{Enter}');
    expect(commands.pause).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('with a code is done by keys alone', async () => {
    showPanel({ agent: agentIn('ready') });
    control('button', 'Pause').focus();
    await userEvent.keyboard('{Tab}{Enter}{ArrowDown}{ArrowDown}{Enter}');
    expect(commands.pause).toHaveBeenCalledExactlyOnceWith('COACH');
    expect(control('button', 'Choose a pause code').matches(':focus')).toBe(true);
  });

  it('finds a code by its first letter, and nothing is chosen on Escape', async () => {
    showPanel({ agent: agentIn('ready') });
    control('button', 'Choose a pause code').focus();
    await userEvent.keyboard('{ArrowDown}a');
    expect(document.activeElement?.textContent).toContain('Paperwork');
    await userEvent.keyboard('{Escape}');
    expect(document.querySelector('[role=menu]')).toBeNull();
    expect(commands.pause).not.toHaveBeenCalled();
  });

  it('leads to the options while no codes are known', async () => {
    showPanel({ agent: agentIn('ready'), pauseCodes: [] });
    await userEvent.click(control('button', 'Choose a pause code'));
    await userEvent.keyboard('{Enter}');
    expect(commands.openOptions).toHaveBeenCalledOnce();
  });

  it('shows what is asked for and not yet true, and cannot be asked twice', () => {
    showPanel({ agent: agentIn('talking'), pending: { kind: 'pause', pauseCode: 'LUNCH', afterCall: true } });
    expect(words()).toContain('Pauses as LUNCH after this call');
    expect(() => control('button', /^Pause/)).toThrow();
  });

  it('names the code by its name', () => {
    showPanel();
    expect(document.querySelector('.status-phase')?.textContent).toBe('PausedLunch break');
  });
});

describe('going ready', () => {
  it('is the first button of a paused agent', async () => {
    showPanel();
    await userEvent.click(control('button', 'Go ready'));
    expect(commands.resume).toHaveBeenCalledOnce();
  });
});

describe('the time in a state', () => {
  it('ticks', async () => {
    showPanel({ agent: agentIn('ready', { since: Date.now() - 61_000 }) });
    const timer = document.querySelector('.status [role=timer]');
    expect(timer?.textContent).toBe('1:01');
    await expect.poll(() => timer?.textContent, { timeout: 3000 }).toBe('1:02');
  });

  it('is not shown before anything is known', () => {
    showPanel({ agent: agentIn('unknown', { since: 0 }) });
    expect(document.querySelector('.status [role=timer]')).toBeNull();
  });
});

describe('the dial pad', () => {
  it('spaces the number while it is typed, dials on Enter and is empty then', async () => {
    showPanel();
    expect(numberField().matches(':focus')).toBe(true);
    await userEvent.keyboard('4155552671');
    expect(numberField().value).toBe('(415) 555-2671');
    await userEvent.keyboard('{Enter}');
    expect(commands.dial).toHaveBeenCalledExactlyOnceWith('(415) 555-2671');
    await expect.poll(() => numberField().value).toBe('');
  });

  it('lets a separator be deleted', async () => {
    showPanel();
    await userEvent.keyboard('415555{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}');
    expect(numberField().value.replace(/\D/g, '')).toBe('41');
  });

  it('keeps the caret while a digit is put in the middle', async () => {
    showPanel();
    await userEvent.keyboard('4155552671{ArrowLeft}{ArrowLeft}9');
    expect(numberField().value).toBe('(415) 555-26971');
    expect(numberField().selectionStart).toBe('(415) 555-269'.length);
  });

  it('takes a pasted text as it is', async () => {
    showPanel();
    await userEvent.fill(numberField(), 'call 1-800-FLOWERS');
    expect(numberField().value).toBe('call 1-800-FLOWERS');
  });

  it('says why a number is refused and keeps it to be corrected', async () => {
    commands.dial = vi.fn(async () => fail({ code: 'number', failure: { code: 'tooShort' } })) as never;
    showPanel();
    await userEvent.keyboard('4155{Enter}');
    await expect.poll(words).toContain('This number is too short.');
    expect(numberField().value.replace(/\D/g, '')).toBe('4155');
    expect(numberField().matches(':focus')).toBe(true);
    await userEvent.keyboard('5');
    expect(words()).not.toContain('This number is too short.');
  });

  it('sends one request for two quick presses', async () => {
    let answer = (_: Awaited<ReturnType<typeof commands.dial>>) => {};
    commands.dial = vi.fn(
      () =>
        new Promise<Awaited<ReturnType<typeof commands.dial>>>((resolve) => {
          answer = resolve;
        }),
    );
    showPanel();
    await userEvent.keyboard('4155552671{Enter}{Enter}{Enter}');
    expect(commands.dial).toHaveBeenCalledOnce();
    answer(ok(dialIn('preparing')));
    await expect.poll(() => numberField().value).toBe('');
  });

  it('has keys for those who want them', async () => {
    showPanel();
    await userEvent.click(control('button', 'Keypad'));
    for (const key of ['+', '4', '4', '2']) await userEvent.click(control('.key', key));
    expect(numberField().value).toBe('+44 2');
    await userEvent.click(control('button', 'Delete the last digit'));
    expect(numberField().value).toBe('+44');
  });

  it('says so when the background cannot be reached', async () => {
    commands.dial = vi.fn(() => Promise.reject(new Error('gone')));
    showPanel();
    await userEvent.keyboard('4155552671{Enter}');
    await expect.poll(words).toContain('Dialside could not do this. Try again.');
  });
});

describe('the agent’s status', () => {
  it('spaces a number that VICIdial gives without its calling code', () => {
    showPanel({ agent: agentIn('talking', { phoneNumber: '4155552671' }) });
    expect(document.querySelector('.status-facts')?.textContent).toContain('with (415) 555-2671');
    // In full, as on the card.
    showPanel({ agent: agentIn('talking', { phoneNumber: '+14155552671' }) });
    expect(document.querySelector('.status-facts')?.textContent).toContain('with +1 415 555 2671');
  });
});

describe('the number of a call', () => {
  const facts = () => document.querySelector('.status-facts')?.textContent;

  it('has the calling code and the name that the agent screen shows', () => {
    showPanel({ agent: agentIn('talking', { phoneNumber: '+493012345678', customerName: 'Erika Muster' }) });
    expect(facts()).toContain('with +49 30 12345678');
    expect(document.querySelector('.call-stage')?.textContent).toBe('Erika Muster · +49 30 12345678');
  });

  it('stands beside the name while the call is on, and not longer', () => {
    const agent = agentIn('talking', { customerName: 'Erika Muster' });
    showPanel({ agent, dial: dialIn('talking') });
    expect(document.querySelector('.call-place')?.textContent).toBe('Erika Muster · United States');
    showPanel({ agent, dial: dialIn('ended') });
    expect(document.querySelector('.call-place')?.textContent).toBe('United States');
  });

  it('is kept with the name in the recent calls', () => {
    const [call] = history(1);
    showPanel({ history: call ? [{ ...call, customerName: 'Erika Muster' }] : [] });
    expect(document.querySelector('.history-number')?.textContent).toBe('+1 415 555 2671Erika Muster');
  });
});

describe('the call card', () => {
  it('announces each stage in one live region that stays', () => {
    showPanel({ dial: dialIn('ringing') });
    const stage = document.querySelector('.call-stage');
    expect(stage?.getAttribute('role')).toBe('status');
    expect(stage?.textContent).toBe('Ringing');
    showPanel({ dial: dialIn('talking') });
    expect(document.querySelector('.call-stage')).toBe(stage);
    expect(stage?.textContent).toBe('Talking');
  });

  it('keeps the agent status silent while it speaks', () => {
    showPanel({ dial: dialIn('ringing') });
    expect(document.querySelector('.status-phase')?.getAttribute('aria-live')).toBe('off');
    showPanel({ dial: dialIn('ended') });
    expect(document.querySelector('.status-phase')?.getAttribute('aria-live')).toBe('polite');
  });

  it('hangs up by keyboard', async () => {
    showPanel({ agent: agentIn('talking'), dial: dialIn('talking') });
    control('button', 'Hang up').focus();
    await userEvent.keyboard('{Enter}');
    expect(commands.hangUp).toHaveBeenCalledOnce();
  });

  it('shows a hang-up that is under way', () => {
    showPanel({ dial: dialIn('talking'), pending: { kind: 'hangUp' } });
    expect(control('button', 'Hanging up…')).toHaveProperty('disabled', true);
  });

  it.each([
    'confirming',
    'preparing',
    'sending',
    'accepted',
    'wrapUp',
    'ended',
    'refused',
    'unknown',
    'cancelled',
  ] as const)('offers no hang-up in the stage %s', (stage) => {
    showPanel({ agent: agentIn('paused'), dial: dialIn(stage) });
    expect(() => control('button', 'Hang up')).toThrow();
  });

  it.each(['confirming', 'preparing'] as const)(
    'leaves a customer’s call that comes in the stage %s its own',
    async (stage) => {
      const agent = agentIn('talking', { phoneNumber: '2125550187' });
      showPanel({ agent, dial: dialIn(stage, { canCancel: true }) });
      const [customer, other] = [...document.querySelectorAll<HTMLElement>('.call')];
      expect(customer?.textContent).toContain('(212) 555-0187');
      expect(customer?.textContent).toContain('Finish');
      expect(other?.textContent).toContain('415 555 2671');
      expect(other?.textContent).not.toContain('Finish');
      await userEvent.click(control('button', 'Hang up'));
      expect(commands.hangUp).toHaveBeenCalledOnce();
    },
  );

  it('takes a waiting call back and says why it waits', async () => {
    showPanel({ dial: dialIn('accepted', { canCancel: true, problem: { code: 'notPickedUp' } }) });
    expect(words()).toContain('It may still dial: show it, or cancel.');
    await userEvent.click(control('button', 'Cancel'));
    expect(commands.cancelDial).toHaveBeenCalledExactlyOnceWith('dial-1');
    await userEvent.click(control('.call button', 'Show agent screen'));
    expect(commands.showScreen).toHaveBeenCalledOnce();
  });

  it('says that nobody sees the agent screen that has to dial, and opens it', async () => {
    const unseen = { seen: false, alive: false, kind: null, boxes: [], hidden: false };
    showPanel({ dial: dialIn('accepted') });
    expect(words()).not.toContain('No tab of this browser shows the agent screen');
    showPanel({ dial: dialIn('accepted'), screen: unseen });
    expect(words()).toContain('No tab of this browser shows the agent screen, which has to dial.');
    await userEvent.click(control('.call button', 'Show agent screen'));
    expect(commands.showScreen).toHaveBeenCalledOnce();
    showPanel({ agent: agentIn('dialling'), dial: dialIn('ringing'), screen: unseen });
    expect(words()).not.toContain('No tab of this browser shows the agent screen');
  });

  it('brings the question to the front that a call waits for', async () => {
    showPanel({ dial: dialIn('confirming', { canCancel: true, confirm: ['premiumRate'] }) });
    await userEvent.click(control('.call button', 'Show question'));
    expect(commands.showQuestion).toHaveBeenCalledOnce();
  });

  it('offers no cancel once the call cannot be taken back', () => {
    showPanel({ dial: dialIn('accepted') });
    expect(() => control('button', 'Cancel')).toThrow();
  });

  it('is not called again while its request may still dial', () => {
    showPanel({ dial: dialIn('unknown', { canCancel: true, problem: { code: 'notPickedUp' } }) });
    expect(() => control('button', 'Call again')).toThrow();
    showPanel({ dial: dialIn('unknown') });
    expect(control('button', 'Call again')).toBeDefined();
  });

  it('is dismissed for this call alone', async () => {
    showPanel({ dial: dialIn('refused') });
    await userEvent.click(control('button', 'Dismiss'));
    expect(document.querySelector('.call')).toBeNull();
    showPanel({ dial: dialIn('ringing', { id: 'dial-2' }) });
    expect(document.querySelector('.call-stage')?.textContent).toBe('Ringing');
  });
});

describe('a call that came in', () => {
  it('can be hung up without a card', async () => {
    showPanel({ agent: agentIn('talking', { phoneNumber: '+442079460123' }) });
    expect(words()).toContain('with +44 20 7946 0123');
    await userEvent.click(control('button', 'Hang up'));
    expect(commands.hangUp).toHaveBeenCalledOnce();
  });
});

describe('recent calls', () => {
  it('are called again with their extension', async () => {
    const [call] = history(1);
    showPanel({ history: call ? [{ ...call, extension: '44' }] : [] });
    await userEvent.click(control('.history button', 'Call +1 415 555 2671 again'));
    expect(commands.dial).toHaveBeenCalledExactlyOnceWith('+14155552671 ext. 44');
  });

  it('are three until all are asked for', async () => {
    showPanel({ history: history(20) });
    expect(document.querySelectorAll('.history li')).toHaveLength(3);
    await userEvent.click(control('button', 'Show all'));
    expect(document.querySelectorAll('.history li')).toHaveLength(20);
  });
});

describe('signing out', () => {
  it('is done at once while no call runs', async () => {
    showPanel();
    await userEvent.click(control('button', 'Sign out'));
    expect(commands.signOut).toHaveBeenCalledOnce();
  });

  it.each([
    ['accepted', 'paused', 'Your call is not placed yet. Signing out takes it back'],
    ['talking', 'talking', 'Your call goes on without Dialside.'],
    ['wrapUp', 'wrapUp', 'Your last call still needs its disposition'],
  ] as const)('is asked about first while a dial is %s, with what becomes of it', async (stage, phase, sentence) => {
    showPanel({ dial: dialIn(stage), agent: agentIn(phase) });
    await userEvent.click(control('button', 'Sign out'));
    expect(commands.signOut).not.toHaveBeenCalled();
    expect(words()).toContain(sentence);
    await expectAccessible();
    await userEvent.click(control('button', 'Sign out all the same'));
    expect(commands.signOut).toHaveBeenCalledOnce();
  });

  it('is not asked about any more when the call is over, nor when the agent stays', async () => {
    const talking = { dial: dialIn('talking'), agent: agentIn('talking') };
    showPanel(talking);
    await userEvent.click(control('button', 'Sign out'));
    await userEvent.click(control('button', 'Stay signed in'));
    expect(words()).not.toContain('goes on without Dialside');
    await userEvent.click(control('button', 'Sign out'));
    expect(words()).toContain('goes on without Dialside');
    showPanel();
    await expect.poll(words).not.toContain('goes on without Dialside');
    // The next call.
    showPanel({ dial: dialIn('talking', { id: 'dial-2' }), agent: agentIn('talking') });
    expect(words()).not.toContain('goes on without Dialside');
    expect(commands.signOut).not.toHaveBeenCalled();
  });
});

describe('ring my phone', () => {
  it('says that the dialer took it, and nothing of it when it did not', async () => {
    showPanel();
    expect(words()).not.toContain('The dialer rings your phone.');
    await userEvent.click(control('button', 'Ring my phone'));
    await expect.poll(words).toContain('The dialer rings your phone.');
    commands.ringMe = vi.fn(async () => fail({ code: 'notSignedIn' })) as never;
    showPanel();
    await userEvent.click(control('button', 'Ring my phone'));
    await expect.poll(words).not.toContain('The dialer rings your phone.');
  });
});

describe('problems', () => {
  it('tell of a refused status login, which something more urgent may hide', () => {
    const connection = { ...SIGNED_IN, statusLoginRefused: true };
    showPanel({ connection });
    expect(words()).toContain('The dialer refused the login for live detail');
    showPanel({ connection: { ...connection, problem: { code: 'unreachable' } } });
    expect(words()).not.toContain('login for live detail');
  });

  it('of a webphone host are mended by allowing that host', async () => {
    showPanel({ problem: { code: 'webphoneHostUnknown', host: 'phone.example.net' } });
    await userEvent.click(control('button', 'Open phone.example.net from now on'));
    expect(commands.openWebphone).toHaveBeenCalledExactlyOnceWith('phone.example.net');
  });

  it('of a command are shown although the state holds none', async () => {
    commands.openWebphone = vi.fn(async () =>
      fail({ code: 'webphoneHostUnknown', host: 'phone.example.net' }),
    ) as never;
    showPanel();
    await userEvent.click(control('button', 'Webphone'));
    await expect.poll(words).toContain('The webphone runs at phone.example.net');
  });

  it('of the connection are shown until it is back', async () => {
    showPanel({ connection: { ...SIGNED_IN, problem: { code: 'unreachable' } } });
    expect(words()).toContain('No connection to the dialer.');
    await userEvent.click(control('button', 'Try again'));
    expect(commands.refresh).toHaveBeenCalledOnce();
  });

  it('of a refused password lead back to the form and are never repeated', async () => {
    showPanel({ connection: { ...SIGNED_IN, problem: { code: 'badCredentials' } } });
    expect(() => control('button', 'Try again')).toThrow();
    await userEvent.click(control('button', 'Sign in again'));
    expect(commands.signOut).toHaveBeenCalledOnce();
  });
});

describe('the agent screen', () => {
  it('is spoken of when it would hold a call back, and shown by one button', async () => {
    showPanel({ screen: { ...SCREEN, boxes: ['pauseCode'] } });
    expect(words()).toContain('The agent screen asks for a pause code and holds calls back.');
    await userEvent.click(control('.problem button', 'Show agent screen'));
    expect(commands.showScreen).toHaveBeenCalledOnce();
  });

  it('is left to the call card while a call runs', () => {
    showPanel({ screen: { ...SCREEN, boxes: ['pauseCode'] }, dial: dialIn('accepted') });
    expect(words()).not.toContain('The agent screen asks for a pause code');
  });
});

describe('the switch for sites', () => {
  it('asks inside the gesture, so that the browser lets a permission be asked for', async () => {
    let inGesture = false;
    site.enable.mockImplementation(() => {
      inGesture = navigator.userActivation.isActive;
    });
    showPanel({}, { ...SITE, enabled: false });
    await userEvent.click(control('[role=switch]', 'On crm.example.com'));
    expect(site.enable).toHaveBeenCalledExactlyOnceWith('site');
    expect(inGesture).toBe(true);
  });

  it('turns off, and all sites on, each by itself', async () => {
    showPanel();
    await userEvent.click(control('[role=switch]', 'On crm.example.com'));
    await userEvent.click(control('[role=switch]', 'On all sites'));
    expect(site.disable.mock.calls).toEqual([['site']]);
    expect(site.enable.mock.calls).toEqual([['all']]);
  });

  it('chooses for this site alone how numbers are shown, as long as they are', async () => {
    showPanel({}, { ...SITE, mode: 'marksOnly' });
    const choice = document.querySelector('.site-mode select') as HTMLSelectElement;
    expect(choice.selectedOptions[0]?.textContent).toBe('Never, mark numbers only');
    await userEvent.selectOptions(choice, 'When I point at a number');
    await userEvent.selectOptions(choice, 'As in the options');
    expect(site.setMode.mock.calls).toEqual([['buttonsOnHover'], [null]]);
    showPanel({}, { ...SITE, enabled: false });
    expect(document.querySelector('select')).toBeNull();
  });

  it('says where Dialside cannot work', () => {
    showPanel({}, { host: null, originPatterns: [], enabled: false, allSitesEnabled: false, mode: null });
    expect(words()).toContain('Dialside cannot read this page.');
  });

  it('leads to the toolbar from the side panel, which is not told what page it stands beside', () => {
    showPanel({}, { host: null, originPatterns: [], enabled: false, allSitesEnabled: false, mode: null }, 'side');
    expect(words()).toContain('To turn Dialside on for this page, click its icon in the toolbar.');
    expect(words()).not.toContain('cannot read');
  });
});

describe('staying open beside the page', () => {
  it('is offered by the popup, inside the gesture that a side panel needs', async () => {
    let inGesture = false;
    commands.openSidePanel.mockImplementation(() => {
      inGesture = navigator.userActivation.isActive;
    });
    showPanel();
    await userEvent.click(control('button', 'Keep open beside the page'));
    expect(inGesture).toBe(true);
  });

  it('is not offered by what stays open', () => {
    showPanel({}, SITE, 'side');
    expect(document.querySelector('[aria-label="Keep open beside the page"]')).toBeNull();
  });
});
