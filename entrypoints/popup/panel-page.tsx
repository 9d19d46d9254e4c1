import { type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Panel } from '../../components/panel/panel.tsx';
import type { PanelCommands } from '../../components/panel/panel-commands.ts';
import type { SignInDraft } from '../../components/sign-in/sign-in-draft.ts';
import { SignInForm } from '../../components/sign-in/sign-in-form.tsx';
import { UnlockForm } from '../../components/sign-in/unlock-form.tsx';
import { TextProvider, useText } from '../../components/text.tsx';
import { connectPanel, PANEL_PORT, type QUIET_PORT, sendPanel } from '../../lib/messages/panel-client.ts';
import type { ConnectionView, PanelState } from '../../lib/messages/panel-state.ts';
import { browser } from '../../lib/platform/extension-api.ts';
import { openOwnPage } from '../../lib/platform/own-page.ts';
import { openSidePanel } from '../../lib/platform/side-panel.ts';
import { hostOf } from '../../lib/read-url.ts';
import { NO_POLICY, type Policy } from '../../lib/settings/policy.ts';
import { passwordWarning } from '../../lib/vicidial/wire/credentials.ts';
import { KEYS } from './keys.ts';
import { createPageText } from './page-text.ts';
import { listRegions } from './regions.ts';
import { checkServer, type Drafts, STORED_DRAFTS, signIn, unlock } from './sign-in.ts';
import { watchSite } from './site.ts';

type Layout = 'popup' | 'side';

/** What any page with a view of the agent's state asks for. */
export const COMMANDS: PanelCommands = {
  pause: (pauseCode) => sendPanel('agent.pause', { pauseCode }),
  resume: () => sendPanel('agent.resume'),
  hangUp: () => sendPanel('agent.hangUp'),
  control: (request) => sendPanel('call.control', request),
  finish: (request) => sendPanel('call.finish', request),
  isRecording: () => sendPanel('call.recording'),
  openRecord: () => sendPanel('call.openRecord'),
  countQueue: () => sendPanel('call.queueCount'),
  dial: (text) => sendPanel('dial.start', { text }),
  dialNext: (e164) => sendPanel('list.dialNext', { e164 }),
  changeList: (e164, to) => sendPanel('list.change', { e164, to }),
  clearList: () => sendPanel('list.clear'),
  showNumber: (e164) => sendPanel('number.show', { e164 }),
  cancelDial: (id) => sendPanel('dial.cancel', { id }),
  showQuestion: () => sendPanel('dial.showQuestion'),
  openWebphone: (allowHost) => sendPanel('webphone.open', { allowHost }),
  ringMe: () => sendPanel('webphone.ringMe'),
  showScreen: () => sendPanel('screen.show'),
  refresh: () => sendPanel('agent.refresh'),
  signOut: () => sendPanel('session.signOut'),
  openOptions: (section) =>
    void (section === undefined ? browser.runtime.openOptionsPage() : openOwnPage('options.html', section)),
  openSetUp: () => void openOwnPage('setup.html'),
  openSidePanel: () =>
    void openSidePanel().then((opened) => {
      if (opened) close();
    }),
  keys: KEYS,
};

/** The state as the background pushes it, until the page is left. The port says whether the page shows the agent and his call. */
export function watchPanel(port: typeof PANEL_PORT | typeof QUIET_PORT): Signal<PanelState | null> {
  const state = signal<PanelState | null>(null);
  const leave = new AbortController();
  addEventListener('pagehide', () => leave.abort(), { once: true });
  connectPanel(
    (next) => {
      state.value = next;
    },
    leave.signal,
    port,
  );
  return state;
}

/** Popup and side panel: one view of the same state. */
export function showPanel(root: Element, layout: Layout): void {
  const state = watchPanel(PANEL_PORT);
  const site = watchSite();
  // What the agent sees is as fresh as his opening of it.
  void sendPanel('agent.refresh').catch(() => null);

  const Page = () => {
    const now = state.value;
    if (!now) return <Connecting layout={layout} />;
    if (now.connection.status === 'signedOut')
      return (
        <main class={layout}>
          <SignIn connection={now.connection} onFirstSteps={() => void openOwnPage('welcome.html')} />
        </main>
      );
    // Without a jump of everything below as soon as the page in front is known.
    if (!site.isAsked.value) return <Connecting layout={layout} />;
    return (
      <Panel
        state={now}
        connection={now.connection}
        commands={COMMANDS}
        site={site.state.value}
        siteCommands={site.commands}
        layout={layout}
      />
    );
  };
  render(
    <TextProvider tools={createPageText('panelTitle')}>
      <Page />
    </TextProvider>,
    root,
  );
}

function Connecting({ layout = '' }: { readonly layout?: Layout | '' }) {
  const { t } = useText();
  return <p class={`connecting ${layout}`}>{t('connecting')}</p>;
}

type SignedOut = Extract<ConnectionView, { status: 'signedOut' }>;

interface SignInProps {
  readonly connection: SignedOut;
  readonly drafts?: Drafts;
  /** Left out where the form is part of the first steps. */
  readonly onFirstSteps?: () => void;
}

interface LoadedForm {
  readonly draft: SignInDraft;
  readonly policy: Policy;
  readonly isForgetful: boolean;
}

/** The form that signs in, or the PIN that opens what is remembered. */
export function SignIn({ connection, drafts = STORED_DRAFTS, onFirstSteps }: SignInProps) {
  const [form, setForm] = useState<LoadedForm | null>(null);
  const regions = useMemo(listRegions, []);
  useEffect(() => {
    const load = async () => {
      const [policy, isForgetful] = await Promise.all([
        sendPanel('settings.policy').catch(() => NO_POLICY),
        sendPanel('settings.areForgotten').catch(() => false),
      ]);
      setForm({ policy, isForgetful, draft: await drafts.load(connection.remembered, policy) });
    };
    void load();
    // A new word of the company comes with a new state.
  }, [connection, drafts]);
  // Once chosen it stays, also when the PIN has opened nothing and is gone: it says why, and leads on to the password.
  const [chosen, setChosen] = useState<'pin' | 'password' | null>(null);
  const byPin = chosen === null ? connection.isLocked && !connection.problem : chosen === 'pin';
  if (!form) return <Connecting />;
  if (byPin && connection.remembered) {
    const { agentUser, user, server } = connection.remembered;
    return (
      <UnlockForm
        user={agentUser || user}
        host={hostOf(server)}
        onUnlock={(request) => {
          setChosen('pin');
          return unlock(server, request);
        }}
        onForget={() => void sendPanel('session.forget').then(() => setChosen('password'))}
        onUsePassword={() => setChosen('password')}
      />
    );
  }
  return (
    <SignInForm
      key={JSON.stringify(form.policy)}
      initial={form.draft}
      policy={form.policy}
      isForgetful={form.isForgetful}
      problem={connection.problem && { code: 'vicidial', failure: connection.problem }}
      regions={regions}
      checkServer={checkServer}
      passwordWarning={passwordWarning}
      onDraft={drafts.save}
      onSignIn={signIn}
      onSetUp={COMMANDS.openSetUp}
      isPart={onFirstSteps === undefined}
      onFirstSteps={onFirstSteps}
    />
  );
}
