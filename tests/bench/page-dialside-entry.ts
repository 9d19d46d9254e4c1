import { watchForCandidates } from '../../lib/page/watch/candidate-watch.ts';
import { startDialer } from './bench-dialer.ts';

/**
 * Dialside in a page, with nothing of the benchmark in it: the gate first, and the engine when it asks for it. The style of the
 * marks is there before: a site that is turned on has it from the beginning of each page.
 */
watchForCandidates(document, new AbortController().signal, start);

/** The number found last: pages are read from the top, so with the last one of a page all have been met. */
export let lastFound = '';

function start(): void {
  startDialer((e164) => {
    lastFound = e164;
  });
}
