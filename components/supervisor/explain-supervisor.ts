import { explainNumber, type ValueFormat } from '../../lib/messages/explain.ts';
import { explainService } from '../../lib/messages/explain-service.ts';
import { explainSignIn } from '../../lib/messages/explain-sign-in.ts';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type { SupervisorProblem, SupervisorSignInProblem } from '../../lib/messages/supervisor.ts';

/** The supervisor's sentence for what went wrong; without ways out, because there are none on his page. */
export function explainSupervisor(problem: SupervisorProblem, format: ValueFormat): Explanation {
  switch (problem.code) {
    case 'notSignedIn':
      return explain('supervisorSignedOut');
    case 'sameUser':
      return explain('supervisorSameUser');
    case 'number':
      return explainNumber(problem.failure, format);
    case 'vicidial':
      return explainService(problem.failure);
  }
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
