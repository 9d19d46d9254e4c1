import { useEffect, useRef } from 'preact/hooks';

/** A press that comes sooner was begun before anybody could read what it is about; people react to what they see in 200 ms and more. */
export const REST_MS = 500;

/**
 * Tells whether a press may be meant for what is shown here: not in the first {@link REST_MS} after it was drawn, nor after its window has come
 * to the front. A page may have either happen, under a pointer that is about to press something else.
 */
export function useRest(): () => boolean {
  const restlessAt = useRef(Number.NaN);
  if (Number.isNaN(restlessAt.current)) restlessAt.current = performance.now();
  useEffect(() => {
    const begin = () => {
      restlessAt.current = performance.now();
    };
    addEventListener('focus', begin);
    return () => removeEventListener('focus', begin);
  }, []);
  return () => performance.now() - restlessAt.current >= REST_MS;
}
