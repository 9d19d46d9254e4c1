import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { transferNumberOf } from '../../../components/call/transfer-form.tsx';
import { Panel } from '../../../components/panel.tsx';
import type { AgentPhase } from '../../../lib/agent/agent-state.ts';
import type { PanelState } from '../../../lib/messages/panel-state.ts';
import { fail, ok } from '../../../lib/result.ts';
import { control, expectAccessible, hide, show } from './mount.tsx';
import { createCommands } from './panel-commands.ts';
import { agentIn, CUSTOMER, dialIn, panelState, SIGNED_IN, SITE } from './panel-states.ts';

let commands = createCommands();
const site = { enable: vi.fn(), disable: vi.fn(), findOnce: vi.fn(), setMode: vi.fn() };

function showPanel(phase: AgentPhase, change: Partial<PanelState> = {}) {
  show(
    <Panel
      state={panelState({ agent: agentIn(phase), ...change })}
      connection={SIGNED_IN}
      commands={commands}
      site={SITE}
      siteCommands={site}
      layout="popup"
    />,
  );
}

const words = () => document.body.textContent;
const button = (name: string | RegExp) => control('button', name);
const isDisabled = (name: string) => button(name).getAttribute('aria-disabled') === 'true';
const reasonOf = (name: string) => {
  const id = button(name).getAttribute('aria-describedby');
  return id === null ? null : document.getElementById(id)?.textContent;
};
const field = (label: string) => {
  const found = [...document.querySelectorAll('label')].find((each) => each.textContent === label);
  return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement;
};

beforeEach(() => {
  commands = createCommands();
});
afterEach(hide);

describe('without a call', () => {
  it.each(['paused', 'ready', 'unknown', 'notLoggedIn', 'phoneRinging'] as const)('nothing is added: %s', (phase) => {
    showPanel(phase);
    expect(document.querySelector('.call')).toBeNull();
    expect(document.querySelector('.finish-progress')).toBeNull();
    expect(commands.isRecording).not.toHaveBeenCalled();
  });
});

describe('a control without effect', () => {
  it.each([
    ['dialling', 'Tones', 'The call still rings. Wait until it is answered.'],
    ['parked', 'Transfer', 'On hold: take the customer back first.'],
    ['threeWay', 'Hold', 'End the three-way call first.'],
    ['customerGone', 'Record', 'The customer has hung up.'],
  ] as const)('in %s is reached by keyboard and says why: %s', async (phase, name, reason) => {
    showPanel(phase);
    expect(isDisabled(name)).toBe(true);
    button('Hang up').focus();
    for (let tabs = 0; tabs < 5 && !button(name).matches(':focus'); tabs++) await userEvent.keyboard('{Tab}');
    expect(button(name).matches(':focus')).toBe(true);
    expect(reasonOf(name)).toBe(reason);
    // Seen without pointing, and covering nothing.
    const below = document.querySelector('.call-controls .why-not') as HTMLElement;
    expect(below.textContent).toContain(reason);
    expect(getComputedStyle(below).position).toBe('static');
    await userEvent.keyboard('{Enter}');
    expect(commands.control).not.toHaveBeenCalled();
    expect(document.querySelector('.call-tool')).toBeNull();
    await expectAccessible();
  });
});

describe('holding', () => {
  it('puts on hold, and takes back while on hold', async () => {
    showPanel('talking');
    await userEvent.click(button('Hold'));
    showPanel('parked');
    await expect.poll(() => isDisabled('Take back'), { timeout: 3_000 }).toBe(false);
    await userEvent.click(button('Take back'));
    expect(commands.control.mock.calls).toEqual([[{ action: 'park' }], [{ action: 'grab' }]]);
  });

  it('is sent once for two quick presses: the second would be taken for another', async () => {
    showPanel('talking');
    await userEvent.dblClick(button('Hold'));
    expect(commands.control).toHaveBeenCalledOnce();
    showPanel('parked');
    expect(reasonOf('Take back')).toContain('the agent screen is taking the last command');
  });

  it('that was refused says why and can be tried at once', async () => {
    commands.control = vi.fn(async () =>
      fail({ code: 'vicidial', command: 'park', failure: { code: 'noLeadOnScreen' } }),
    ) as never;
    showPanel('talking');
    await userEvent.click(button('Hold'));
    await expect.poll(words).toContain('There is no lead on your agent screen.');
    expect(isDisabled('Hold')).toBe(false);
  });
});

describe('the card of a call', () => {
  const card = () => document.querySelector('.call')?.textContent ?? '';

  it.each([
    ['parked', 'Customer on hold'],
    ['threeWay', 'Three-way call'],
    ['customerGone', 'Customer hung up'],
  ] as const)('says what the agent’s status above it says: %s', (phase, stage) => {
    showPanel(phase, { dial: dialIn('talking') });
    expect(document.querySelector('.status-phase')?.textContent).toBe(stage);
    expect(card()).toContain(stage);
    expect(card()).not.toContain('Talking');
    expect(card()).toContain('+1 415 555 2671');
    // As long as the agent's own status, not as the dial.
    expect(document.querySelector('.call [role=timer]')?.textContent).toBe('1:05');
  });

  it('keeps to the dial where the agent is not on its call', () => {
    showPanel('paused', { dial: dialIn('ended') });
    expect(card()).toContain('Call ended');
    showPanel('parked', { dial: dialIn('ended') });
    expect(document.querySelector('.call[aria-label="Last call"]')?.textContent).toContain('Call ended');
  });
});

describe('tones', () => {
  it('are typed and sent together on Enter', async () => {
    showPanel('talking');
    button('Tones').focus();
    await userEvent.keyboard('{Enter}12x#*{Enter}');
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action: 'dtmf', tones: '12#*' });
    await expect.poll(words).toContain('Sent: 12#*');
    expect(field('Tones to send').value).toBe('');
    await expectAccessible();
  });

  it('are pressed on keys, and the last is taken back', async () => {
    showPanel('talking');
    await userEvent.click(button('Tones'));
    for (const key of ['4', '*', '#']) await userEvent.click(control('.call-tool .key', key));
    await userEvent.click(control('.call-tool button', 'Delete the last digit'));
    await userEvent.click(button('Send'));
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action: 'dtmf', tones: '4*' });
  });

  it('are kept when the dialer did not take them', async () => {
    commands.control = vi.fn(() => Promise.reject(new Error('gone')));
    showPanel('talking');
    await userEvent.click(button('Tones'));
    await userEvent.keyboard('99{Enter}');
    await expect.poll(words).toContain('Dialside could not do this.');
    expect(field('Tones to send').value).toBe('99');
  });

  it('of the dialled extension are one press once somebody answers', async () => {
    const dial = dialIn('ringing', { number: { ...CUSTOMER, extension: '204' } });
    showPanel('dialling', { dial });
    expect(isDisabled('Send extension 204')).toBe(true);
    showPanel('talking', { dial: { ...dial, stage: 'talking' } });
    button('Send extension 204').focus();
    await userEvent.keyboard('{Enter}');
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action: 'dtmf', tones: '204' });
  });
});

describe('transferring', () => {
  it('brings a third person in, by keys alone', async () => {
    showPanel('talking');
    button('Transfer').focus();
    await userEvent.keyboard('{Enter}+1 (415) 555-2671{Tab}{Enter}');
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action: 'threeWay', number: '14155552671' });
  });

  it('hands the customer over and leaves', async () => {
    showPanel('talking');
    await userEvent.click(button('Transfer'));
    await userEvent.keyboard('8001');
    await userEvent.click(button('Transfer and leave'));
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action: 'blindTransfer', number: '8001' });
  });

  it('to no number sends nothing, on Enter neither', async () => {
    showPanel('talking');
    await userEvent.click(button('Transfer'));
    await userEvent.keyboard('555{Enter}');
    expect(commands.control).not.toHaveBeenCalled();
    await userEvent.fill(field('Number to bring in or transfer to'), 'SALES');
    await userEvent.click(button('Three-way call'));
    expect(words()).toContain('Enter 2 to 16 digits.');
    expect(commands.control).not.toHaveBeenCalled();
  });

  it('goes to an in-group of the options', async () => {
    showPanel('talking', { transferIngroups: ['SALESLINE', 'SUPPORT'] });
    await userEvent.click(button('Transfer'));
    await userEvent.selectOptions(field('In-group'), 'SUPPORT');
    await userEvent.click(control('.call-tool button', 'Transfer'));
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action: 'ingroupTransfer', ingroup: 'SUPPORT' });
    await expectAccessible();
  });

  it('says where in-groups are added', async () => {
    showPanel('talking');
    await userEvent.click(button('Transfer'));
    await userEvent.click(control('.call-tool button', 'Open options'));
    expect(commands.openOptions).toHaveBeenCalledOnce();
  });

  it.each([
    ['8001', '8001'],
    ['+49 30 / 123-45', '493012345'],
    ['1', null],
    ['', null],
    ['12345678901234567', null],
    ['8001,2', null],
    ['8001x', null],
    ['1+2', null],
  ])('reads %j as %j', (text, number) => {
    expect(transferNumberOf(text)).toBe(number);
  });
});

describe('a three-way call', () => {
  it.each([
    ['Leave the call', 'leaveThreeWay'],
    ['Hang up third person', 'hangUpThird'],
  ])('is ended by %s', async (name, action) => {
    showPanel('threeWay');
    await userEvent.click(button(name));
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action });
  });

  it('has no buttons in a call of two', () => {
    showPanel('talking');
    expect(() => button('Leave the call')).toThrow();
  });
});

describe('a recording', () => {
  it('is asked for once when it can run, and shown as it is', async () => {
    commands.isRecording = vi.fn(async () => ok(true)) as never;
    showPanel('dialling');
    expect(commands.isRecording).not.toHaveBeenCalled();
    showPanel('talking');
    await expect.poll(() => button('Stop recording')).toBeDefined();
    showPanel('onCall');
    showPanel('parked');
    expect(commands.isRecording).toHaveBeenCalledOnce();
  });

  it('is asked for again after a change, not assumed', async () => {
    commands.isRecording = vi.fn(async () => ok(false));
    showPanel('talking');
    await expect.poll(() => reasonOf('Record')).toBeNull();
    await userEvent.click(button('Record'));
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action: 'startRecording' });
    await expect.poll(() => reasonOf('Record')).toContain('changing the recording');
    commands.isRecording = vi.fn(async () => ok(true)) as never;
    showPanel('talking');
    await expect.poll(() => button('Stop recording'), { timeout: 4_000 }).toBeDefined();
    await userEvent.click(button('Stop recording'));
    expect(commands.control).toHaveBeenLastCalledWith({ action: 'stopRecording' });
  });

  it('that cannot be known is said to be unknown, and nothing is alarmed', async () => {
    commands.isRecording = vi.fn(async () => fail({ code: 'notSignedIn' })) as never;
    showPanel('talking');
    await expect.poll(() => commands.isRecording.mock.calls.length).toBe(1);
    expect(reasonOf('Record')).toBe('Whether the call is recorded is not known.');
    expect(isDisabled('Record')).toBe(false);
    expect(document.querySelector('[role=alert]')).toBeNull();
  });
});

describe('a preview', () => {
  it.each([
    ['Dial', 'previewDial'],
    ['Skip', 'previewSkip'],
    ['Alternative number', 'previewAlternative'],
  ])('is answered by %s', async (name, action) => {
    showPanel('previewing', { agent: agentIn('previewing', { phoneNumber: '+442079460123' }) });
    expect(document.querySelector('.call')?.textContent).toContain('+44 20 7946 0123');
    await userEvent.click(button(name));
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action });
  });

  it('has no tools of a call', () => {
    showPanel('previewing');
    expect(() => button('Hold')).toThrow();
    expect(() => button('Hang up')).toThrow();
  });
});

describe('the menu of the footer', () => {
  const open = async () => {
    button(/^6666/).focus();
    await userEvent.keyboard('{Enter}');
  };

  it('counts the calls that wait', async () => {
    commands.countQueue = vi.fn(async () => ok(3)) as never;
    showPanel('ready');
    await open();
    await expectAccessible();
    await userEvent.keyboard('{Enter}');
    await expect.poll(words).toContain('Calls waiting: 3');
  });

  it('says why they could not be counted', async () => {
    commands.countQueue = vi.fn(async () =>
      fail({ code: 'vicidial', command: 'queueCount', failure: { code: 'unreachable' } }),
    ) as never;
    showPanel('ready');
    await open();
    await userEvent.keyboard('{Enter}');
    await expect.poll(words).toContain('No connection to the dialer.');
    expect(words()).not.toContain('Calls waiting:');
  });

  it('logs out of the dialer by keyboard', async () => {
    showPanel('paused');
    await open();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action: 'logOut' });
  });

  it('does not log out of a call, and says so', async () => {
    showPanel('talking');
    await open();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(document.activeElement?.textContent).toContain('You are on a call. End it first.');
    expect(commands.control).not.toHaveBeenCalled();
  });
});
