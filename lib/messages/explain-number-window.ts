import { isOutcomeUnknown } from '../vicidial/failure.ts';
import { explainService } from './explain-service.ts';
import { type Explanation, explain, neverCase } from './explanation.ts';
import type { NumberProblem } from './number-details.ts';
import type { SupervisorProblem } from './supervisor.ts';

/** Why the window about a number did not do what was asked; null where the background did not answer. */
export function explainNumberWindow(problem: NumberProblem | null): Explanation {
  switch (problem?.code) {
    case undefined:
      return explain('commandFailed');
    case 'notSignedIn':
      return explain('dialNotSignedIn');
    // Told where a right went after it was found.
    case 'noRight':
      return explain('numberNoRight');
    case 'vicidial':
      return explainService(problem.failure);
    case 'noCampaign':
      return explain('numberNoCampaign');
    case 'otherCampaign':
      return explain('numberOtherCampaign');
    case 'callbackPast':
      return explain('callbackPast');
    case 'callbackUserUnknown':
      return explain('numberCallbackUser');
    default:
      return neverCase(problem);
  }
}

/** The same for a change that was sent, which may have been made although nobody says so: it is not simply tried again. */
export function explainNumberChange(problem: NumberProblem | null): Explanation {
  return isUnclear(problem) ? explain('numberUnclear') : explainNumberWindow(problem);
}

/** True where a change may have been made all the same; null where the background, which sends it, did not answer. */
export function isUnclear(problem: NumberProblem | SupervisorProblem | null): boolean {
  return problem === null || (problem.code === 'vicidial' && isOutcomeUnknown(problem.failure));
}
