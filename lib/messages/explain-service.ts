import type { VicidialFailure } from '../vicidial/failure.ts';
import { explainVicidial } from './explain-vicidial.ts';
import { type Explanation, explain } from './explanation.ts';

/** The sentence for what the Non-Agent API answered to another login than the agent's; without ways out: those lead to the agent's own. */
export function explainService(failure: VicidialFailure): Explanation {
  switch (failure.code) {
    // A level below 7 is answered alike (docs/vicidial, section 2.2).
    case 'badCredentials':
      return explain('failServiceCredentials');
    case 'notPermitted':
      return explain('supervisorNotPermitted', failure.function);
    default:
      return { ...explainVicidial(failure), action: null };
  }
}
