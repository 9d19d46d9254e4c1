import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Phone } from '../../../components/webphone/phone-place.tsx';
import { WebphoneView } from '../../../components/webphone/webphone-view.tsx';
import type { Explanation } from '../../../lib/messages/explanation.ts';
import type { PanelState } from '../../../lib/messages/panel-state.ts';
import type { E164 } from '../../../lib/phone/phone-number.ts';
import type { MicrophonePermission } from '../../../lib/platform/microphone.ts';
import { ok } from '../../../lib/result.ts';
import { control, hide, show } from './mount.tsx';
import { agentIn, CUSTOMER, dialIn, panelState, SCREEN } from './panel-states.ts';

afterEach(hide);
beforeEach(() => vi.clearAllMocks());

const onReopen = vi.fn<(allowHost: string | null) => Promise<Explanation | null>>(async () => null);
const onRingMe = vi.fn<() => Promise<Explanation | null>>(async () => null);
const onShowScreen = vi.fn(async () => null);
const onMoveOut = vi.fn(async () => true);
// A page that takes its time to load, as every phone's does.
const SECRET = `${location.origin}/_locales/en/messages.json#c2VjcmV0`;
const FRAMED: Phone = { place: 'frame', url: SECRET };
const NOWHERE: Phone = { place: 'nowhere' };

function showWebphone(phone: Phone, change: Partial<PanelState> = {}, microphone: MicrophonePermission = 'granted') {
  show(
    <WebphoneView
      phone={phone}
      state={panelState(change)}
      microphone={microphone}
      listen={async () => ok(null)}
      onHeard={() => undefined}
      onReopen={onReopen}
      onRingMe={onRingMe}
      onShowScreen={onShowScreen}
      onMoveOut={onMoveOut}
    />,
  );
}

const words = () => document.body.textContent;
const ringButton = () => control('button', 'Ring my phone');
const isResting = () => ringButton().getAttribute('aria-disabled') === 'true';
const phoneUp = () => expect.poll(isResting).toBe(false);

it('shows the number of the dial, whatever VICIdial leaves out of it', () => {
  const number = { ...CUSTOMER, e164: '+493012345678' as E164, callingCode: '49', nationalNumber: '3012345678' };
  for (const phase of ['talking', 'wrapUp'] as const) {
    showWebphone(NOWHERE, { agent: agentIn(phase, { phoneNumber: '3012345678' }), dial: dialIn(phase, { number }) });
    expect(document.querySelector('.status-facts')?.textContent).toContain('with +49 30 12345678');
  }
});

describe('the phone', () => {
  it('is in a frame that may use the microphone and tells nobody where it came from', () => {
    showWebphone(FRAMED);
    const frame = document.querySelector('iframe');
    expect(frame?.allow).toBe('microphone; autoplay');
    expect(frame?.referrerPolicy).toBe('no-referrer');
    expect(frame?.src).toBe(SECRET);
  });

  it('has its secret address in the frame and nowhere else', () => {
    showWebphone(FRAMED);
    expect(document.documentElement.outerHTML.split('c2VjcmV0')).toHaveLength(2);
    expect(document.title).not.toContain('c2VjcmV0');
  });

  it('keeps running when anything else changes', async () => {
    showWebphone(FRAMED);
    const frame = document.querySelector('iframe');
    await phoneUp();
    await userEvent.click(ringButton());
    await expect.poll(words).toContain('Your phone should ring now.');
    showWebphone(FRAMED, { agent: agentIn('talking'), rungAt: Date.now() }, 'denied');
    await userEvent.click(control('button', 'Test microphone'));
    expect(document.querySelector('iframe')).toBe(frame);
  });

  it('is opened again when its address was handed out already', async () => {
    showWebphone(NOWHERE);
    expect(document.querySelector('iframe')).toBeNull();
    await userEvent.click(control('button', 'Open again'));
    expect(onReopen).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('of an unknown host can be allowed', async () => {
    const host = 'phone.example.net';
    const action = { kind: 'allowHost', host } as const;
    onReopen.mockResolvedValueOnce({ key: 'commandWebphoneHostUnknown', substitutions: [host], action });
    showWebphone(NOWHERE);
    await userEvent.click(control('button', 'Open again'));
    await expect.poll(words).toContain('The webphone runs at phone.example.net');
    await userEvent.click(control('button', 'Open phone.example.net from now on'));
    expect(onReopen).toHaveBeenLastCalledWith('phone.example.net');
  });

  it('that forbids the frame has none, and is offered in a private window', async () => {
    showWebphone({ place: 'unframable', url: SECRET });
    expect(document.querySelector('iframe')).toBeNull();
    expect(document.documentElement.outerHTML).not.toContain('c2VjcmV0');
    await userEvent.click(control('button', 'Open in a private window'));
    expect(onMoveOut).toHaveBeenCalledOnce();
  });

  it('says what to do where the browser opens no private window', async () => {
    onMoveOut.mockResolvedValueOnce(false);
    showWebphone({ place: 'unframable', url: SECRET });
    await userEvent.click(control('button', 'Open in a private window'));
    await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toContain('Allow Dialside in private');
  });

  it('of which nothing can be seen may be taken out of the frame', async () => {
    showWebphone(FRAMED);
    await userEvent.click(control('button', /Nothing to be seen/));
    expect(onMoveOut).toHaveBeenCalledOnce();
  });

  it('stays where it is during a call, which would end with the frame', () => {
    showWebphone(FRAMED, { agent: agentIn('talking') });
    expect(words()).not.toContain('Nothing to be seen?');
  });

  it('in a private window is brought back as a new one', async () => {
    showWebphone({ place: 'elsewhere' });
    await userEvent.click(control('button', 'Bring it back here'));
    expect(onReopen).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('that gets no microphone is told to be deaf', () => {
    showWebphone(FRAMED, {}, 'denied');
    expect(document.querySelector('[role=alert]')?.textContent).toContain('nobody would hear you');
    showWebphone(FRAMED, {}, 'prompt');
    expect(document.querySelector('[role=alert]')).toBeNull();
  });
});

describe('ringing', () => {
  it('waits until the phone is up', async () => {
    showWebphone(NOWHERE);
    expect(isResting()).toBe(true);
    showWebphone(FRAMED);
    await phoneUp();
    showWebphone({ place: 'elsewhere' });
    await phoneUp();
  });

  it('says why it failed, and not that it rings', async () => {
    onRingMe.mockResolvedValueOnce({ key: 'failNotLoggedIn', substitutions: [], action: null });
    showWebphone(FRAMED);
    await phoneUp();
    await userEvent.click(ringButton());
    await expect.poll(words).toContain('You are not logged in to the agent screen.');
    expect(words()).not.toContain('Your phone should ring now.');
  });

  it('happens once for two quick presses: each request would ring again', async () => {
    onRingMe.mockReturnValueOnce(new Promise(() => {}));
    showWebphone(FRAMED);
    await phoneUp();
    await userEvent.dblClick(ringButton());
    expect(onRingMe).toHaveBeenCalledOnce();
  });

  it('is offered again after a pause', async () => {
    showWebphone(FRAMED, { rungAt: Date.now() - 8_500 });
    expect(isResting()).toBe(true);
    await expect.poll(isResting).toBe(false);
  });
});

describe('the agent’s state', () => {
  it('is shown, and what the dialer says of a call', () => {
    showWebphone(FRAMED, { agent: agentIn('paused'), dial: dialIn('accepted', { problem: { code: 'notPickedUp' } }) });
    expect(document.querySelector('.status-phase')?.textContent).toBe('Paused');
    expect(document.querySelector('[role=alert]')?.textContent).toContain(
      'The agent screen has not taken the call yet.',
    );
  });
});

describe('a call that came to nothing', () => {
  const refused = (stageSince: number) =>
    panelState({ dial: dialIn('refused', { stageSince, problem: { code: 'screenRefused', kind: 'dnc', text: '' } }) });

  it('is told for a minute', () => {
    showWebphone(FRAMED, refused(Date.now() - 50_000));
    expect(words()).toContain('do-not-call list');
    showWebphone(FRAMED, refused(Date.now() - 70_000));
    expect(words()).not.toContain('do-not-call list');
  });
});

describe('an agent screen that does not respond', () => {
  it('is told, with the button that shows it', async () => {
    showWebphone(FRAMED, { agent: agentIn('talking'), screen: { ...SCREEN, alive: false } });
    expect(document.querySelector('.status')?.textContent).toContain('Agent screen not responding');
    expect(document.querySelector('.status')?.textContent).toContain('Last known: Talking');
    await userEvent.click(control('button', 'Show agent screen'));
    expect(onShowScreen).toHaveBeenCalledOnce();
  });
});

describe('the test of the microphone', () => {
  const ask = 'Before your first call, test your microphone.';

  it('is asked for until the microphone has been heard', () => {
    showWebphone(FRAMED, { microphoneHeard: false });
    expect(words()).toContain(ask);
    showWebphone(FRAMED, { microphoneHeard: true });
    expect(words()).not.toContain(ask);
  });

  it('gives the focus back to the button that began it', async () => {
    showWebphone(FRAMED);
    await userEvent.click(control('button', 'Test microphone'));
    await expect.poll(() => document.activeElement?.textContent).toBe('Microphone test');
    await userEvent.click(control('button', 'Done'));
    await expect.poll(() => document.activeElement).toBe(control('button', 'Test microphone'));
    expect(words()).not.toContain('Nothing is recorded');
  });

  it('can be put off', async () => {
    showWebphone(FRAMED, { microphoneHeard: false });
    await userEvent.click(control('button', 'Not now'));
    expect(words()).not.toContain(ask);
  });
});
