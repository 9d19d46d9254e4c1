import type { ComponentChild } from 'preact';
import { type Listen, MicrophoneTest } from '../../../components/webphone/microphone-test.tsx';
import type { Phone } from '../../../components/webphone/phone-place.tsx';
import { WebphoneView } from '../../../components/webphone/webphone-view.tsx';
import type { PanelState } from '../../../lib/messages/panel-state.ts';
import type { MicrophonePermission, MicrophoneProblem } from '../../../lib/platform/microphone.ts';
import { fail, ok } from '../../../lib/result.ts';
import { agentIn, panelState, SCREEN } from '../../dom/components/panel-states.ts';

function webphone(phone: Phone, change: Partial<PanelState> = {}, microphone: MicrophonePermission = 'granted') {
  return (
    <WebphoneView
      phone={phone}
      state={panelState(change)}
      microphone={microphone}
      listen={async () => ok(null)}
      onHeard={() => undefined}
      onReopen={() => Promise.resolve(null)}
      onRingMe={() => Promise.resolve(null)}
      onShowScreen={() => Promise.resolve(null)}
      onMoveOut={() => Promise.resolve(true)}
    />
  );
}

/** A microphone that reports one level for ever, or cannot be heard. */
function microphone(level: number, problem: MicrophoneProblem | null = null) {
  const listen: Listen = async (onLevel) => {
    for (let count = 0; count < 4; count++) onLevel(level);
    return problem ? fail(problem) : ok(null);
  };
  return (
    <main class="webphone">
      <h1 class="unseen">Webphone</h1>
      <MicrophoneTest listen={listen} onHeard={() => undefined} onClose={() => undefined} />
    </main>
  );
}

const PHONE_PAGE =
  '<title>Phone</title><body style="font:16px sans-serif;padding:24px;background:#14202b;color:#e6edf3">A phone';
const PHONE: Phone = { place: 'frame', url: `data:text/html,${encodeURIComponent(PHONE_PAGE)}` };

export const WEBPHONE_VIEWS: Readonly<Record<string, () => ComponentChild>> = {
  webphone: () => webphone(PHONE),
  webphoneFirst: () => webphone(PHONE, { microphoneHeard: false, agent: agentIn('ready') }),
  webphoneDeaf: () => webphone(PHONE, { agent: agentIn('ready') }, 'denied'),
  webphoneTalking: () =>
    webphone(PHONE, { agent: agentIn('talking', { phoneNumber: '+14155552671' }), rungAt: Date.now() }),
  webphoneLagging: () => webphone(PHONE, { agent: agentIn('talking'), screen: { ...SCREEN, alive: false } }),
  webphoneNowhere: () => webphone({ place: 'nowhere' }),
  webphoneUnframable: () => webphone({ place: 'unframable', url: 'https://phone.example.com' }),
  webphoneElsewhere: () => webphone({ place: 'elsewhere' }),
  microphoneSpeak: () => microphone(0.05),
  microphoneQuiet: () => microphone(0.3),
  microphoneHeard: () => microphone(0.74),
  microphoneRefused: () => microphone(0, 'refused'),
  microphoneMissing: () => microphone(0, 'missing'),
};
