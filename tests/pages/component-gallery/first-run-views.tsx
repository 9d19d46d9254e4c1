import type { ComponentChild } from 'preact';
import { FirstRunView } from '../../../components/first-run/first-run-view.tsx';
import type { ServerHint } from '../../../components/first-run/server-step.tsx';
import type { PanelCommands } from '../../../components/panel/panel-commands.ts';
import { emptyDraft } from '../../../components/sign-in/sign-in-draft.ts';
import { SignInForm } from '../../../components/sign-in/sign-in-form.tsx';
import type { ConnectionView, PanelState } from '../../../lib/messages/panel-state.ts';
import type { EnabledSite } from '../../../lib/messages/protocol.ts';
import { fail, ok } from '../../../lib/result.ts';
import { NO_POLICY, type Policy } from '../../../lib/settings/policy.ts';
import { passwordWarning } from '../../../lib/vicidial/wire/credentials.ts';
import { agentIn, dialIn, panelState, SIGNED_IN } from '../../dom/components/panel-states.ts';

const SIGNED_OUT: ConnectionView = { status: 'signedOut', remembered: null, isLocked: false, problem: null };
const CRM: EnabledSite = { host: 'crm.example.com', patterns: ['https://crm.example.com/*'] };

interface Shown {
  readonly state?: Partial<PanelState>;
  readonly sites?: readonly EnabledSite[];
  readonly hint?: ServerHint;
  readonly policy?: Policy;
}

export function firstRunViews(commands: PanelCommands): Readonly<Record<string, () => ComponentChild>> {
  const page = ({ state = {}, sites = [], hint, policy = NO_POLICY }: Shown) => (
    <FirstRunView
      state={panelState({ dial: null, history: [], microphoneHeard: false, rungAt: 0, ...state })}
      sites={sites}
      policy={policy}
      hint={hint ?? null}
      commands={commands}
      listen={async () => ok(null)}
      signInForm={() => (
        <SignInForm
          initial={emptyDraft('US')}
          problem={null}
          regions={['US', 'GB']}
          checkServer={() => null}
          passwordWarning={passwordWarning}
          onDraft={() => undefined}
          onSignIn={async () => ok(null)}
          isPart
        />
      )}
      onFind={async () => fail({ code: 'server', problem: { code: 'empty' } })}
      onAddSite={async () => 'on'}
      onAllowSite={async () => undefined}
      onHeard={() => undefined}
      onPhoneHeard={() => undefined}
    />
  );
  const heard = { connection: SIGNED_IN, phoneHeard: true } as const;
  const link: ServerHint = { server: 'https://dialer.example.com', from: 'link', isLocked: false };
  return {
    firstServer: () => page({ state: { connection: SIGNED_OUT } }),
    firstServerLink: () => page({ state: { connection: SIGNED_OUT }, hint: link }),
    firstServerCompany: () =>
      page({ state: { connection: SIGNED_OUT }, hint: { ...link, from: 'company', isLocked: true } }),
    firstPhone: () => page({ state: { connection: SIGNED_IN } }),
    firstSite: () => page({ state: heard }),
    firstSiteWaits: () => page({ state: heard, sites: [{ ...CRM, waitsForPermission: true }] }),
    firstCall: () =>
      page({ state: heard, sites: [CRM], policy: { ...NO_POLICY, values: { testNumber: '+14155550100' } } }),
    firstCallTalking: () =>
      page({ state: { ...heard, agent: agentIn('talking'), dial: dialIn('talking') }, sites: [CRM] }),
  };
}
