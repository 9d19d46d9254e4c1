import { AGENT, STATUS_LOGIN } from '../../tests/e2e/fixtures/demo-agent.ts';
import { SUPERVISOR } from '../../tests/steps/supervisor-desk.ts';

/** The logins of the simulated dialer, as a person types them: into its agent screen, then into Dialside. */
export function demoLogins(server: string): string {
  return `  Agent screen  ${server}/agc/vicidial.php
                phone ${AGENT.phone}, password ${AGENT.phonePassword}; user ${AGENT.user}, password ${AGENT.password}; campaign ${AGENT.campaign}

To sign in to Dialside: server ${server}, user ${AGENT.user}, password ${AGENT.password};
login for the live detail: user ${STATUS_LOGIN.user}, password ${STATUS_LOGIN.password}
On the supervisor's page (options, Supervisor): user ${SUPERVISOR.user}, password ${SUPERVISOR.password}`;
}
