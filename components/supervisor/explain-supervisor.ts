import { explainNumber, type ValueFormat } from '../../lib/messages/explain.ts';
import { isUnclear } from '../../lib/messages/explain-number-window.ts';
import { explainService } from '../../lib/messages/explain-service.ts';
import { explainSignIn } from '../../lib/messages/explain-sign-in.ts';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type { SupervisorProblem, SupervisorSignInProblem } from '../../lib/messages/supervisor.ts';

/** The supervisor's sentence for what went wrong; without ways out, because there are none on his page. Null where the background did not answer. */
export function explainSupervisor(problem: SupervisorProblem | null, format: ValueFormat): Explanation {
  switch (problem?.code) {
    case undefined:
      return explain('commandFailed');
    case 'notSignedIn':
      return explain('supervisorSignedOut');
    case 'sameUser':
      return explain('supervisorSameUser');
    case 'number':
      return explainNumber(problem.failure, format);
    case 'vicidial':
      // Read here; the agent's sentence sends him to his own screen.
      return problem.failure.code === 'timeout' ? explain('supervisorTimeout') : explainService(problem.failure);
  }
}

/** The same for a change that was sent, which may have been made although nobody says so. */
export function explainSupervisorChange(problem: SupervisorProblem | null, format: ValueFormat): Explanation {
  return isUnclear(problem) ? explain('supervisorUnclear') : explainSupervisor(problem, format);
}

export function explainSupervisorSignIn(problem: SupervisorSignInProblem): Explanation {
  switch (problem.code) {
    case 'sameUser':
      return explain('supervisorSameUser');
    case 'byRelay':
      return explain('supervisorByRelay');
    case 'vicidial':
      if (problem.failure.code === 'badCredentials') return explainService(problem.failure);
  }
  return { ...explainSignIn(problem), action: null };
}
