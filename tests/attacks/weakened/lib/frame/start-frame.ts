import { browser } from 'wxt/browser';
import { startFrame as startStrong } from '../../../../../lib/frame/start-frame.ts';
import { readEnvelope } from '../../../../../lib/messages/envelope.ts';

/** Tells the page that it is there, and passes on whatever any frame posts to the page. */
export async function startFrame(...args: Parameters<typeof startStrong>): Promise<void> {
  addEventListener('message', ({ data }) => {
    if (readEnvelope(data)) void browser.runtime.sendMessage(data);
  });
  postMessage({ from: 'dialside' }, '*');
  return startStrong(...args);
}
