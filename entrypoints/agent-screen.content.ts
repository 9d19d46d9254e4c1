import { defineContentScript } from 'wxt/utils/define-content-script';
import { startScreen } from '../lib/screen/start-screen.ts';

// Registered at run time for the agent screen of the dialer that is signed in to; `matches` only tells WXT how to build it.
export default defineContentScript({
  matches: ['https://*/*', 'http://*/*'],
  registration: 'runtime',
  // Pages hear nothing of Dialside.
  noScriptStartedPostMessage: true,
  main: (ctx) => startScreen(ctx.signal),
});
