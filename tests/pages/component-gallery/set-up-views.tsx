import type { ComponentChild } from 'preact';
import { SetUpResult } from '../../../components/set-up/set-up-result.tsx';
import { SetUpView } from '../../../components/set-up/set-up-view.tsx';
import { emptyDraft } from '../../../components/sign-in/sign-in-draft.ts';
import type { ConnectionView } from '../../../lib/messages/panel-state.ts';
import type { FunctionReport, SetUpReport } from '../../../lib/messages/set-up-report.ts';
import { ok } from '../../../lib/result.ts';
import { passwordWarning } from '../../../lib/vicidial/wire/credentials.ts';
import { SIGNED_IN } from '../../dom/components/panel-states.ts';

const functions = (names: string, told: FunctionReport['told']): FunctionReport[] =>
  names.split(' ').map((name) => ({ name, told }));

export const ALL_WELL: SetUpReport = {
  server: 'https://dialer.example.com',
  agentUser: '6666',
  isRelay: false,
  agent: {
    user: '6666',
    passwordWarning: null,
    problem: null,
    functions: functions(
      'external_dial external_hangup external_status external_pause pause_code recording',
      'allowed',
    ),
  },
  service: { user: 'api7', passwordWarning: null, problem: null, functions: functions('agent_status', 'allowed') },
  supervisor: null,
  facts: { isLoggedIn: true, mayDialByHand: true, hasWebphone: true, mayUpdateFields: true, isViewable: true },
};

export const FINDINGS: SetUpReport = {
  ...ALL_WELL,
  agent: {
    ...ALL_WELL.agent,
    functions: [...functions('external_dial recording', 'allowed'), ...functions('park_call logout', 'notListed')],
  },
  service: {
    ...{ user: 'api7', passwordWarning: 'stripped' as const, problem: null },
    functions: [
      ...functions('agent_status', 'allowed'),
      { name: 'lead_search', told: 'flagsMissing', needs: { level: 8, flags: ['apiAccess', 'modifyLeads'] } },
    ],
  },
  facts: { isLoggedIn: true, mayDialByHand: false, hasWebphone: false, mayUpdateFields: true, isViewable: true },
};

const SIGNED_OUT: ConnectionView = { status: 'signedOut', remembered: null, isLocked: false, problem: null };

function page(connection: ConnectionView) {
  return (
    <SetUpView
      connection={connection}
      initial={{ ...emptyDraft('US'), server: 'dialer.example.com' }}
      isServerLocked={false}
      checkServer={() => null}
      passwordWarning={passwordWarning}
      onCheck={async () => ok(FINDINGS)}
      onCopy={async () => true}
    />
  );
}

function result(report: SetUpReport) {
  return (
    <main class="set-up">
      <h1>Set-up check</h1>
      <SetUpResult report={report} onCopy={async () => true} />
    </main>
  );
}

export const SET_UP_VIEWS: Readonly<Record<string, () => ComponentChild>> = {
  setUp: () => page(SIGNED_IN),
  setUpSignedOut: () => page(SIGNED_OUT),
  setUpWell: () => result(ALL_WELL),
  setUpFindings: () => result(FINDINGS),
};
