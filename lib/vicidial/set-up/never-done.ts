import type { Reader } from '../wire/answer.ts';

/** For a request that can only be refused: a success is no answer to it. */
export const NEVER_DONE: Reader<never> = () => null;
