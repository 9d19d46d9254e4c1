import '../../components/theme.css';
import '../../components/sign-in/login-form.css';
import '../../components/supervisor/supervisor.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { emptyDraft } from '../../components/sign-in/sign-in-draft.ts';
import { explainSupervisor } from '../../components/supervisor/explain-supervisor.ts';
import { NOTHING_READ, type Reading, readingAfter } from '../../components/supervisor/reading.ts';
import { SupervisorView } from '../../components/supervisor/supervisor-view.tsx';
import { TextProvider } from '../../components/text.tsx';
import type { Explanation } from '../../lib/messages/explanation.ts';
import { sendPanel } from '../../lib/messages/panel-client.ts';
import type { SignInRequest } from '../../lib/messages/protocol.ts';
import type {
  CampaignChangeRequest,
  CampaignRow,
  LoggedInAgent,
  SupervisorAnswer,
  SupervisorState,
} from '../../lib/messages/supervisor.ts';
import { watchVisibility } from '../../lib/platform/visibility.ts';
import { NO_POLICY, type Policy } from '../../lib/settings/policy.ts';
import { passwordWarning } from '../../lib/vicidial/wire/credentials.ts';
import { createPageText } from '../popup/page-text.ts';
import { askForServer } from '../popup/server-permission.ts';
import { checkServer } from '../popup/sign-in.ts';
import { pollAgents } from './poll-agents.ts';

const state = signal<SupervisorState | null>(null);
const policy = signal<Policy>(NO_POLICY);
const refused = signal<Explanation | null>(null);
const agents = signal<Reading<LoggedInAgent>>(NOTHING_READ);
const campaigns = signal<Reading<CampaignRow>>(NOTHING_READ);

const poll = pollAgents(async () => {
  const answer = await sendPanel('supervisor.agents');
  agents.value = readingAfter(agents.value, answer, Date.now());
  await leaveWhenRefused(answer);
  return answer.ok || state.value?.status === 'signedOut' ? 'answered' : 'failed';
});

/** A login that was refused is gone in the background; the form says why. */
async function leaveWhenRefused(answer: SupervisorAnswer<unknown>): Promise<void> {
  if (answer.ok) return;
  const now = await sendPanel('supervisor.state');
  if (now.status === 'signedIn') return;
  refused.value = explainSupervisor(answer.failure);
  poll.stop();
  state.value = now;
}

async function readCampaigns(): Promise<void> {
  const answer = await sendPanel('supervisor.campaigns');
  campaigns.value = readingAfter(campaigns.value, answer, Date.now());
  await leaveWhenRefused(answer);
}

async function enter(): Promise<void> {
  state.value = await sendPanel('supervisor.state');
  if (state.value.status !== 'signedIn') return;
  poll.start();
  await readCampaigns();
}

async function signIn(request: SignInRequest) {
  const reached = await askForServer(request);
  if (!reached.ok) return reached;
  const answer = await sendPanel('supervisor.signIn', request);
  if (answer.ok) await enter();
  return answer;
}

async function signOut(): Promise<void> {
  poll.stop();
  await sendPanel('supervisor.signOut');
  [refused.value, agents.value, campaigns.value] = [null, NOTHING_READ, NOTHING_READ];
  state.value = await sendPanel('supervisor.state');
}

async function change(request: CampaignChangeRequest): Promise<SupervisorAnswer<null>> {
  const answer = await sendPanel('supervisor.changeCampaign', request);
  // Also where nobody knows whether it was done: the list shows what is true.
  await readCampaigns();
  return answer;
}

const leave = new AbortController();
addEventListener('pagehide', () => leave.abort(), { once: true });
watchVisibility((isVisible) => poll.show(isVisible), leave.signal);

const Page = () =>
  state.value && (
    <SupervisorView
      state={state.value}
      refused={refused.value}
      agents={agents.value}
      campaigns={campaigns.value}
      initial={{ ...emptyDraft('US'), server: state.value.server }}
      isServerLocked={policy.value.locked.includes('server')}
      checkServer={checkServer}
      passwordWarning={passwordWarning}
      onSignIn={signIn}
      onSignOut={signOut}
      onReadCampaigns={readCampaigns}
      onHopper={(campaign) => sendPanel('supervisor.hopper', { campaign })}
      onChange={change}
    />
  );

async function start(): Promise<void> {
  policy.value = await sendPanel('settings.policy').catch(() => NO_POLICY);
  await enter();
}

void start();
render(
  <TextProvider tools={createPageText('supervisorTitle')}>
    <Page />
  </TextProvider>,
  document.body,
);
