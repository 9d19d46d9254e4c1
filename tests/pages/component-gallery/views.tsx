import type { ComponentChild } from 'preact';
import { TonePad } from '../../../components/call/tone-pad.tsx';
import { TransferForm } from '../../../components/call/transfer-form.tsx';
import { ConfirmCard } from '../../../components/confirm/confirm-card.tsx';
import { KeyboardHelp } from '../../../components/keyboard/keyboard-help.tsx';
import type { Keys } from '../../../components/keyboard/keys.ts';
import { OptionsView } from '../../../components/options/options-view.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import type { PanelCommands } from '../../../components/panel/panel-commands.ts';
import { emptyDraft } from '../../../components/sign-in/sign-in-draft.ts';
import { SignInForm } from '../../../components/sign-in/sign-in-form.tsx';
import { UnlockForm } from '../../../components/sign-in/unlock-form.tsx';
import type { PanelState } from '../../../lib/messages/panel-state.ts';
import type { SignInProblem } from '../../../lib/messages/sign-in.ts';
import { fail, ok } from '../../../lib/result.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/schema.ts';
import { passwordWarning } from '../../../lib/vicidial/wire/credentials.ts';
import {
  agentIn,
  CUSTOMER,
  DISPOSITIONS,
  dialIn,
  LISTED,
  panelState,
  SCREEN,
  SIGNED_IN,
  SITE,
  UNSEEN,
} from '../../dom/components/panel-states.ts';

import { firstRunViews } from './first-run-views.tsx';
import { NUMBER_VIEWS } from './number-views.tsx';
import { SET_UP_VIEWS } from './set-up-views.tsx';
import { SUPERVISOR_VIEWS } from './supervisor-views.tsx';
import { WEBPHONE_VIEWS } from './webphone-views.tsx';

const done = () => Promise.resolve(ok(null));
const KEYS: Keys = {
  read: async () => [
    { name: 'commandOpen', keys: 'Alt+Shift+D', suggested: 'Alt+Shift+D' },
    { name: 'commandNextNumber', keys: '', suggested: 'Alt+Shift+J' },
    { name: 'commandPauseOrResume', keys: '', suggested: '' },
  ],
  change: () => undefined,
  hasHelpKey: async () => true,
};
const COMMANDS: PanelCommands = {
  pause: done,
  resume: done,
  hangUp: done,
  control: done,
  finish: done,
  isRecording: () => Promise.resolve(ok(true)),
  openRecord: () => Promise.resolve(null),
  countQueue: () => Promise.resolve(ok(3)),
  dial: () => Promise.resolve(fail({ code: 'number', failure: { code: 'tooShort' } })),
  dialNext: () => Promise.resolve(ok(dialIn('preparing'))),
  changeList: async () => null,
  clearList: async () => null,
  showNumber: async () => null,
  cancelDial: done,
  openWebphone: done,
  ringMe: done,
  showQuestion: async () => null,
  showScreen: done,
  refresh: () => Promise.resolve(null),
  signOut: () => Promise.resolve(null),
  openOptions: () => undefined,
  openSetUp: () => undefined,
  openSidePanel: () => undefined,
  keys: KEYS,
};

function panel(change: Partial<PanelState>, layout: 'popup' | 'side' = 'popup') {
  return (
    <Panel
      state={panelState(change)}
      connection={SIGNED_IN}
      commands={COMMANDS}
      site={SITE}
      siteCommands={{
        enable: () => undefined,
        disable: () => undefined,
        findOnce: () => undefined,
        collect: async () => 0,
        setMode: () => undefined,
      }}
      layout={layout}
    />
  );
}

const NOTHING = { onSend: () => undefined, onOptions: () => undefined };

function tool(form: ComponentChild) {
  return (
    <main class="panel popup">
      <h1 class="unseen">Dialside</h1>
      <section class="call" data-tone="live" aria-label="Current call">
        {form}
      </section>
    </main>
  );
}

function signIn(problem: SignInProblem | null) {
  return (
    <main class="popup">
      <SignInForm
        initial={{ ...emptyDraft('US'), server: 'dialer.example.com', user: problem ? '6666' : '' }}
        problem={problem}
        regions={['US', 'GB', 'DE', 'FR', 'BR']}
        checkServer={() => null}
        passwordWarning={passwordWarning}
        onDraft={() => undefined}
        onFirstSteps={() => undefined}
        onSignIn={done}
      />
    </main>
  );
}

export const VIEWS: Readonly<Record<string, () => ComponentChild>> = {
  paused: () => panel({}),
  listed: () => panel({ dialList: LISTED }, 'side'),
  ready: () => panel({ agent: agentIn('ready'), history: [] }),
  pausing: () => panel({ agent: agentIn('ready'), pending: { kind: 'pause', pauseCode: 'LUNCH', afterCall: false } }),
  ringing: () => panel({ agent: agentIn('dialling'), dial: dialIn('ringing') }),
  talking: () =>
    panel({
      agent: agentIn('talking', { phoneNumber: '+14155552671' }),
      dial: dialIn('talking'),
      pending: { kind: 'pause', pauseCode: null, afterCall: true },
    }),
  incoming: () => panel({ agent: agentIn('talking', { phoneNumber: '+442079460123', customerName: 'Jane Doe' }) }),
  named: () =>
    panel({
      agent: agentIn('talking', { phoneNumber: '+14155552671', customerName: 'Jane Doe' }),
      dial: dialIn('talking'),
    }),
  namedCalls: () => panel({ history: panelState().history.map((call) => ({ ...call, customerName: 'Jane Doe' })) }),
  customerGone: () => panel({ agent: agentIn('customerGone'), dial: dialIn('customerGone') }),
  unknown: () => panel({ agent: agentIn('unknown', { since: 0 }) }),
  parked: () => panel({ agent: agentIn('parked'), dial: dialIn('talking') }),
  threeWay: () => panel({ agent: agentIn('threeWay'), dial: dialIn('talking') }),
  extension: () =>
    panel({ agent: agentIn('talking'), dial: dialIn('talking', { number: { ...CUSTOMER, extension: '204' } }) }),
  wrapUpOfOther: () =>
    panel({ agent: agentIn('wrapUp', { phoneNumber: '+442079460123' }), dispositions: DISPOSITIONS }),
  preview: () => panel({ agent: agentIn('previewing', { phoneNumber: '+14155552671' }), readsLeads: true }),
  finishing: () =>
    panel({ agent: agentIn('talking'), dial: dialIn('talking'), finish: { step: 'hangingUp', problem: null } }),
  finishRefused: () =>
    panel({
      agent: agentIn('wrapUp'),
      dial: dialIn('wrapUp'),
      dispositions: DISPOSITIONS,
      finish: { step: 'failed', problem: { code: 'notPermitted', function: 'external_status' } },
    }),
  finish: () =>
    panel({ agent: agentIn('wrapUp'), dial: dialIn('wrapUp'), dispositions: DISPOSITIONS, callPauseCode: 'ADMIN' }),
  tones: () => tool(<TonePad reason={null} onSend={() => Promise.resolve(true)} />),
  tonesRefused: () => tool(<TonePad reason="The call still rings." onSend={() => Promise.resolve(false)} />),
  transfer: () => tool(<TransferForm ingroups={['SALESLINE', 'SUPPORT']} reason={null} {...NOTHING} />),
  transferWithoutIngroups: () => tool(<TransferForm ingroups={[]} reason={null} {...NOTHING} />),
  sideOnCall: () =>
    panel(
      {
        agent: agentIn('talking'),
        dial: dialIn('talking'),
        dispositions: DISPOSITIONS,
        transferIngroups: ['SALESLINE', 'SUPPORT'],
      },
      'side',
    ),
  unseenScreen: () => panel({ dial: dialIn('accepted'), screen: UNSEEN }),
  question: () => panel({ dial: dialIn('confirming', { confirm: ['premiumRate'], canCancel: true }) }),
  held: () => panel({ dial: dialIn('accepted', { problem: { code: 'notPickedUp' }, canCancel: true }) }),
  refused: () => panel({ dial: dialIn('refused', { problem: { code: 'screenRefusedOrHeld' } }) }),
  wrapUp: () => panel({ agent: agentIn('wrapUp'), dial: dialIn('wrapUp') }),
  offline: () => panel({ agent: agentIn('notLoggedIn'), problem: { code: 'resumeIgnored' }, history: [] }),
  screenBox: () => panel({ screen: { ...SCREEN, boxes: ['pauseCode'] } }),
  side: () => panel({ agent: agentIn('ready') }, 'side'),
  signIn: () => signIn(null),
  unlock: () => (
    <main class="popup">
      <UnlockForm
        user="6666"
        host="dialer.example.com"
        onUnlock={() => Promise.resolve(fail({ code: 'vault', failure: { code: 'wrongPin', triesLeft: 7 } }))}
        onForget={() => undefined}
        onUsePassword={() => undefined}
      />
    </main>
  ),
  wrongPassword: () => signIn({ code: 'vicidial', failure: { code: 'badCredentials' } }),
  confirm: () => (
    <ConfirmCard
      dial={dialIn('confirming', { confirm: ['premiumRate', 'ready'], number: { ...CUSTOMER, kind: 'premiumRate' } })}
      onAnswer={() => undefined}
    />
  ),
  confirmPreview: () => (
    <ConfirmCard
      dial={dialIn('confirming', { confirm: ['international', 'ready'], isPreview: true })}
      onAnswer={() => undefined}
    />
  ),
  options: () => (
    <OptionsView
      sites={[{ host: 'crm.example.com', patterns: ['https://crm.example.com/*'] }]}
      onDisable={async () => undefined}
      onErase={async () => null}
      onWipe={async () => null}
      onSetUp={() => undefined}
      file={{ onSave: () => undefined, onRead: () => ({ code: 'notOurs' }) }}
      diagnostics={{ onReport: async () => '{}', onCopy: async () => true }}
      numberTry={{ onExplain: () => ({ found: [], leftOut: [], counts: [] }), regions: ['US'] }}
      keys={KEYS}
      onFirstSteps={() => undefined}
      onSupervise={() => undefined}
      settings={{
        ...DEFAULT_SETTINGS,
        regions: ['US', 'GB'],
        pauseCodes: panelState().pauseCodes,
        dispositions: DISPOSITIONS.slice(0, 4),
        transferIngroups: ['SALESLINE', 'SUPPORT'],
        pauseBeforeDial: 'ask',
        dialPauseCode: '',
        webphoneHosts: ['phone.example.com'],
        siteMode: 'buttons',
        siteModes: [],
        notNumbers: [],
        numbersInNotices: false,
        keepCalls: true,
      }}
      regions={['US', 'GB', 'DE', 'FR', 'BR']}
      onChange={done}
    />
  ),
  keyboard: () => (
    <main class="panel side">
      <h1 class="unseen">Dialside</h1>
      <KeyboardHelp keys={KEYS} isAsked />
    </main>
  ),
  lagging: () => panel({ agent: agentIn('talking'), screen: { ...SCREEN, alive: false } }),
  laggedByServer: () =>
    panel({ agent: agentIn('paused', { source: 'agentStatus', pauseCode: 'LAGGED' }), screen: UNSEEN, history: [] }),
  signedOut: () => panel({ agent: agentIn('paused'), screen: { ...SCREEN, alive: false, kind: 'loggedOut' } }),
  signedOutElsewhere: () => panel({ agent: agentIn('notLoggedIn'), screen: UNSEEN }),
  ...WEBPHONE_VIEWS,
  ...firstRunViews(COMMANDS),
  ...SET_UP_VIEWS,
  ...SUPERVISOR_VIEWS,
  ...NUMBER_VIEWS,
  insecure: () => signIn({ code: 'server', problem: { code: 'insecurePrivate', host: '192.168.1.20' } }),
};
