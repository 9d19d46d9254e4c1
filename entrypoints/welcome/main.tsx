import '../../components/theme.css';
import '../../components/panel/panel.css';
import '../../components/call/call.css';
import '../../components/webphone/webphone.css';
import '../../components/first-run/first-run.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { FirstRunView } from '../../components/first-run/first-run-view.tsx';
import type { SiteAnswer } from '../../components/first-run/site-step.tsx';
import { TextProvider } from '../../components/text.tsx';
import { QUIET_PORT, sendPanel } from '../../lib/messages/panel-client.ts';
import type { EnabledSite, FindProblem, FoundServer } from '../../lib/messages/protocol.ts';
import { browser } from '../../lib/platform/extension-api.ts';
import { listenToMicrophone } from '../../lib/platform/microphone.ts';
import { originPattern } from '../../lib/platform/origin-pattern.ts';
import type { Result } from '../../lib/result.ts';
import { NO_POLICY, type Policy } from '../../lib/settings/policy.ts';
import { followInFront } from '../popup/follow-in-front.ts';
import { createPageText } from '../popup/page-text.ts';
import { COMMANDS, SignIn, watchPanel } from '../popup/panel-page.tsx';
import { createFoundDrafts, type Drafts } from '../popup/sign-in.ts';
import { addSite, createFind } from './new-grants.ts';
import { serverHint } from './server-hint.ts';

const state = watchPanel(QUIET_PORT);
const sites = signal<readonly EnabledSite[]>([]);
const policy = signal<Policy | null>(null);
const fragment = location.hash;
/** Of the server that was found last. */
let drafts: Drafts | undefined;

async function read(): Promise<void> {
  [sites.value, policy.value] = await Promise.all([
    sendPanel('site.list').catch(() => []),
    sendPanel('settings.policy').catch(() => NO_POLICY),
  ]);
}

const findServer = createFind({
  permissions: browser.permissions,
  ask: (request) => sendPanel('server.find', request),
  needed: () => {
    const connection = state.value?.connection;
    const remembered = connection?.status === 'signedOut' ? connection.remembered : null;
    return [
      ...sites.value.flatMap(({ patterns }) => patterns),
      ...(remembered ? [originPattern(remembered.server)] : []),
    ];
  },
});

async function find(typed: string, allowInsecure: boolean): Promise<Result<FoundServer, FindProblem>> {
  const { values, locked } = policy.value ?? NO_POLICY;
  const server = (locked.includes('server') ? values.server : null) ?? typed;
  const answer = await findServer({ server, allowInsecure });
  if (answer.ok) drafts = createFoundDrafts(answer.value);
  return answer;
}

async function turnOnSite(address: string): Promise<SiteAnswer> {
  const add = (typed: string) => sendPanel('site.add', { address: typed });
  const answer = await addSite(address, { permissions: browser.permissions, add });
  await read();
  return answer;
}

async function allowSite(patterns: readonly string[]): Promise<void> {
  await browser.permissions.request({ origins: [...patterns] });
  await read();
}

const leave = new AbortController();
addEventListener('pagehide', () => leave.abort(), { once: true });
followInFront(state, leave.signal);
// A site may be turned on in the popup meanwhile, and the company may have its say.
state.subscribe(() => void read());
for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) event.addListener(() => void read());

const Page = () => {
  const { connection } = state.value ?? {};
  if (!state.value || !connection || !policy.value) return null;
  return (
    <FirstRunView
      state={state.value}
      sites={sites.value}
      policy={policy.value}
      hint={serverHint(policy.value, fragment)}
      commands={COMMANDS}
      listen={listenToMicrophone}
      signInForm={(found) =>
        connection.status === 'signedOut' && (
          <SignIn key={found?.server ?? ''} connection={connection} {...(found && drafts && { drafts })} />
        )
      }
      onFind={find}
      onAddSite={turnOnSite}
      onAllowSite={allowSite}
      onHeard={() => void sendPanel('webphone.microphoneHeard')}
      onPhoneHeard={() => void sendPanel('webphone.phoneHeard')}
    />
  );
};

render(
  <TextProvider tools={createPageText('firstTitle')}>
    <Page />
  </TextProvider>,
  document.body,
);
