import { vi } from 'vitest';
import { FirstRunView } from '../../../components/first-run/first-run-view.tsx';
import type { ServerHint } from '../../../components/first-run/server-step.tsx';
import type { SiteAnswer } from '../../../components/first-run/site-step.tsx';
import type { PanelCommands } from '../../../components/panel/panel-commands.ts';
import type { ConnectionView, PanelState } from '../../../lib/messages/panel-state.ts';
import type { EnabledSite, FindProblem, FoundServer } from '../../../lib/messages/protocol.ts';
import { ok, type Result } from '../../../lib/result.ts';
import { NO_POLICY, type Policy } from '../../../lib/settings/policy.ts';
import type { ServerUrl } from '../../../lib/vicidial/wire/server-url.ts';
import { control, show } from './mount.tsx';
import { panelState } from './panel-states.ts';

const SIGNED_OUT: ConnectionView = { status: 'signedOut', remembered: null, isLocked: false, problem: null };
export const FOUND: FoundServer = {
  server: 'https://dialer.example.com' as ServerUrl,
  agentPath: '/agc/api.php',
  nonAgentPath: '',
  version: '2.14-82',
};
export const CRM: EnabledSite = { host: 'crm.example.com', patterns: ['https://crm.example.com/*'] };

export const onFind = vi.fn<(server: string, allowInsecure: boolean) => Promise<Result<FoundServer, FindProblem>>>();
export const onAddSite = vi.fn<(address: string) => Promise<SiteAnswer>>();
export const onAllowSite = vi.fn<(patterns: readonly string[]) => Promise<unknown>>();
export const onPhoneHeard = vi.fn<() => void>();
export const dial = vi.fn<PanelCommands['dial']>();
const ringMe = vi.fn<PanelCommands['ringMe']>(async () => ok(null));

interface Shown {
  readonly state?: Partial<PanelState>;
  readonly sites?: readonly EnabledSite[];
  readonly policy?: Policy;
  readonly hint?: ServerHint | null;
}

/** The first steps as a page shows them, over commands that only note what they were asked. */
export function showPage({ state = {}, sites = [], policy = NO_POLICY, hint = null }: Shown = {}) {
  show(
    <FirstRunView
      state={panelState({
        ...{ connection: SIGNED_OUT, dial: null, history: [], microphoneHeard: false, rungAt: 0 },
        ...state,
      })}
      sites={sites}
      policy={policy}
      hint={hint}
      commands={{ dial, ringMe } as unknown as PanelCommands}
      listen={async () => ok(null)}
      signInForm={(found) => <p>The form for {found?.server}</p>}
      onFind={onFind}
      onAddSite={onAddSite}
      onAllowSite={onAllowSite}
      onHeard={() => undefined}
      onPhoneHeard={onPhoneHeard}
    />,
  );
}

export const title = () => document.querySelector('.first-step > h2')?.textContent;
export const press = (name: string | RegExp) => control('button', name).click();
