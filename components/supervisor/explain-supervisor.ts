import { explainSignIn } from '../../lib/messages/explain-sign-in.ts';
import { explainVicidial } from '../../lib/messages/explain-vicidial.ts';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type { SupervisorProblem, SupervisorSignInProblem } from '../../lib/messages/supervisor.ts';
import type { VicidialFailure } from '../../lib/vicidial/failure.ts';

/** The supervisor's sentence for what went wrong; without ways out, because there are none on his page. */
export function explainSupervisor(problem: SupervisorProblem): Explanation {
  switch (problem.code) {
    case 'notSignedIn':
      return explain('supervisorSignedOut');
    case 'sameUser':
      return explain('supervisorSameUser');
    case 'vicidial':
      return isLoginWrong(problem) ? explain('failServiceCredentials') : explainAnswer(problem.failure);
  }
}

export function explainSupervisorSignIn(problem: SupervisorSignInProblem): Explanation {
  switch (problem.code) {
    case 'sameUser':
      return explain('supervisorSameUser');
    case 'byRelay':
      return explain('supervisorByRelay');
    default:
      return isLoginWrong(problem) ? explain('failServiceCredentials') : { ...explainSignIn(problem), action: null };
  }
}

/** A level below 7 is answered alike (docs/vicidial, section 2.2). */
function isLoginWrong(problem: SupervisorProblem | SupervisorSignInProblem): boolean {
  return problem.code === 'vicidial' && problem.failure.code === 'badCredentials';
}

function explainAnswer(failure: VicidialFailure): Explanation {
  if (failure.code === 'notPermitted') return explain('supervisorNotPermitted', failure.function);
  return { ...explainVicidial(failure), action: null };
}
