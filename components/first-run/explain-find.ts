import { explainServer, explainSignIn } from '../../lib/messages/explain-sign-in.ts';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type { FindProblem } from '../../lib/messages/protocol.ts';

/** Why no VICIdial was found. */
export function explainFind(problem: FindProblem): Explanation {
  switch (problem.code) {
    case 'server':
      return explainServer(problem.problem);
    case 'permissionMissing':
      return explain('firstServerRefused', problem.origin);
    case 'vicidial':
      return problem.failure.code === 'notVicidial'
        ? explain('firstServerNone', problem.origin)
        : explainSignIn(problem, problem.origin);
  }
}
