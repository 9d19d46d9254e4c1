import { useEffect, useState } from 'preact/hooks';
import type { NumberVerdict } from '../../lib/messages/number-verdict.ts';

/**
 * What VICIdial says of the number itself, for a view that lasts as long as its number and its session: null while nobody has told it, and
 * nobody is asked who is signed out. Asked anew on demand: what was told stays until there is news, and what comes later than that is left.
 */
export function useVerdict(
  isSignedIn: boolean,
  ask: () => Promise<NumberVerdict | null>,
): [NumberVerdict | null, askAgain: () => void] {
  const [verdict, setVerdict] = useState<NumberVerdict | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!isSignedIn) return;
    let isLeft = false;
    const take = (told: NumberVerdict | null) => !isLeft && setVerdict(told);
    ask().then(take, () => take(null));
    return () => {
      isLeft = true;
    };
  }, [round]);
  return [verdict, () => setRound((count) => count + 1)];
}
