import { explainServer, explainSignIn } from '../../lib/messages/explain-sign-in.ts';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type { FindProblem } from '../../lib/messages/protocol.ts';
import { hostOf } from '../../lib/read-url.ts';

/** Why no VICIdial was found. */
export function explainFind(problem: FindProblem): Explanation {
  switch (problem.code) {
    case 'server':
      return explainServer(problem.problem);
    case 'permissionMissing':
      return explain('firstServerRefused', hostOf(problem.origin));
    case 'vicidial':
      return problem.failure.code === 'notVicidial'
        ? explain('firstServerNone', hostOf(problem.origin))
        : explainSignIn(problem, problem.origin);
  }
}
