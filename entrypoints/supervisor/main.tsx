import '../../components/theme.css';
import '../../components/ask-first.css';
import '../../components/sign-in/login-form.css';
import '../../components/supervisor/supervisor.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { emptyDraft } from '../../components/sign-in/sign-in-draft.ts';
import { holdFocus } from '../../components/supervisor/hold-focus.ts';
import { SupervisorView } from '../../components/supervisor/supervisor-view.tsx';
import { TextProvider } from '../../components/text.tsx';
import type { AfterCallPage } from '../../lib/crm/pages/page-rules.ts';
import { sendPanel } from '../../lib/messages/panel-client.ts';
import type { SignInRequest } from '../../lib/messages/sign-in.ts';
import type { CampaignChangeRequest, SupervisorAnswer } from '../../lib/messages/supervisor.ts';
import { watchVisibility } from '../../lib/platform/visibility.ts';
import { NO_POLICY, type Policy } from '../../lib/settings/policy.ts';
import { passwordWarning } from '../../lib/vicidial/wire/credentials.ts';
import { createPageText } from '../popup/page-text.ts';
import { askForServer } from '../popup/server-permission.ts';
import { checkServer } from '../popup/sign-in.ts';
import { createCommands } from './commands.ts';
import { createLiveReadings } from './live-readings.ts';
import { createShownLogin } from './shown-login.ts';

const text = createPageText('supervisorTitle');
const policy = signal<Policy>(NO_POLICY);
const pages = signal<readonly AfterCallPage[]>([]);
const login = createShownLogin(text, (session) => live.begin(session), sendPanel);
const live = createLiveReadings(login, sendPanel);
const commands = createCommands(login, sendPanel);

async function signIn(request: SignInRequest) {
  const reached = await askForServer(request);
  if (!reached.ok) return reached;
  const answer = await sendPanel('supervisor.signIn', request);
  if (answer.ok) await login.read();
  return answer;
}

async function change(request: CampaignChangeRequest): Promise<SupervisorAnswer<null>> {
  try {
    return await commands.changeCampaign(request);
  } finally {
    // Also where nobody knows whether it was done: the list shows what is true.
    await live.readCampaigns();
  }
}

/** The list as it is now, which the options may have changed meanwhile, with that page behind it. */
async function takePage(page: AfterCallPage): Promise<boolean> {
  const { afterCallPages } = await sendPanel('settings.read');
  await sendPanel('settings.write', { afterCallPages: [...afterCallPages, page] });
  pages.value = (await sendPanel('settings.read')).afterCallPages;
  return pages.value.length > afterCallPages.length;
}

const leave = new AbortController();
addEventListener('pagehide', () => leave.abort(), { once: true });
holdFocus(document.body, leave.signal);
watchVisibility((isVisible) => live.show(isVisible), leave.signal);

const Page = () =>
  login.state.value && (
    <SupervisorView
      // What was begun as one supervisor is nothing of the next.
      key={login.session()}
      state={login.state.value}
      refused={login.refused.value}
      agents={live.agents.value}
      campaigns={live.campaigns.value}
      userGroups={live.userGroups.value}
      ingroups={live.ingroups.value}
      watched={live.watched.value}
      initial={{ ...emptyDraft('US'), server: login.state.value.server }}
      isServerLocked={policy.value.locked.includes('server')}
      checkServer={checkServer}
      passwordWarning={passwordWarning}
      commands={commands}
      pages={pages.value}
      onTake={policy.value.locked.includes('afterCallPages') ? undefined : takePage}
      onSignIn={signIn}
      onSignOut={login.signOut}
      onReadCampaigns={live.readCampaigns}
      onReadQueues={live.readQueuesAgain}
      onWatch={live.watch}
      onHopper={(campaign) => commands.hopper({ campaign })}
      onChange={change}
    />
  );

async function start(): Promise<void> {
  policy.value = await sendPanel('settings.policy').catch(() => NO_POLICY);
  // The in-groups that calls may be transferred to are those that are known here.
  const settings = await sendPanel('settings.read').catch(() => null);
  live.watched.value = settings?.transferIngroups ?? [];
  pages.value = settings?.afterCallPages ?? [];
  await login.read();
}

void start();
render(
  <TextProvider tools={text}>
    <Page />
  </TextProvider>,
  document.body,
);
