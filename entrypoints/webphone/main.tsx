import '../../components/theme.css';
import '../../components/panel/panel.css';
import '../../components/webphone/webphone.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { TextProvider } from '../../components/text.tsx';
import type { Phone } from '../../components/webphone/phone-place.tsx';
import { WebphoneView } from '../../components/webphone/webphone-view.tsx';
import { QUIET_PORT, sendPanel } from '../../lib/messages/panel-client.ts';
import { refusesFrame } from '../../lib/platform/frame-refusal.ts';
import {
  listenToMicrophone,
  type MicrophonePermission,
  watchMicrophonePermission,
} from '../../lib/platform/microphone.ts';
import { openPrivateWindow } from '../../lib/platform/private-window.ts';
import { followInFront } from '../popup/follow-in-front.ts';
import { createPageText } from '../popup/page-text.ts';
import { watchPanel } from '../popup/panel-page.tsx';
import { explained } from './answers.ts';
import { warnBeforeClosing } from './leaving.ts';

// In memory of this page and in the frame's src, nowhere else: the address holds a SIP secret.
const phone = signal<Phone>({ place: 'coming' });
const microphone = signal<MicrophonePermission>('unknown');
const state = watchPanel(QUIET_PORT);

async function takePhone(): Promise<void> {
  const url = await sendPanel('webphone.takeUrl').catch(() => null);
  if (url === null) phone.value = { place: 'nowhere' };
  else phone.value = { place: (await refusesFrame(url, await serverAddress())) ? 'unframable' : 'frame', url };
}

/** The dialer of the session that the phone belongs to. */
function serverAddress(): Promise<string> {
  return new Promise((resolve) => {
    const stop = state.subscribe((now) => {
      if (now?.connection.status !== 'signedIn') return;
      resolve(now.connection.server);
      queueMicrotask(() => stop());
    });
  });
}

async function reopen(allowHost: string | null) {
  const failed = await explained(sendPanel('webphone.open', { allowHost }));
  if (!failed) await takePhone();
  return failed;
}

/** The phone of an agent must not run twice: once it is in its private window, it leaves this one. */
async function moveOut(): Promise<boolean> {
  const now = phone.value;
  const opened = 'url' in now && (await openPrivateWindow(now.url));
  if (opened) phone.value = { place: 'elsewhere' };
  return opened;
}

void takePhone();
const leave = new AbortController();
addEventListener('pagehide', () => {
  leave.abort();
  // Chrome keeps a window that is closed on disk, to open it again, with the address of every frame that is in it.
  render(null, document.body);
});
followInFront(state, leave.signal);
void watchMicrophonePermission((permission) => {
  microphone.value = permission;
}, leave.signal);
warnBeforeClosing(() => phone.value.place === 'frame' && state.value);

const Page = () => (
  <WebphoneView
    phone={phone.value}
    state={state.value}
    microphone={microphone.value}
    listen={listenToMicrophone}
    onHeard={() => void sendPanel('webphone.microphoneHeard')}
    onReopen={reopen}
    onRingMe={() => explained(sendPanel('webphone.ringMe'))}
    onShowScreen={() => explained(sendPanel('screen.show'))}
    onMoveOut={moveOut}
  />
);
render(
  <TextProvider tools={createPageText('webphoneTitle')}>
    <Page />
  </TextProvider>,
  document.body,
);
