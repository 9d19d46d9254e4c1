import { defineContentScript } from 'wxt/utils/define-content-script';
import { startFrame } from '../lib/frame/start-frame.ts';
import { openOrClosedShadowRoot } from '../lib/platform/shadow-root.ts';

// Registered at run time for the sites the agent enabled; `matches` only tells WXT how to build it.
export default defineContentScript({
  matches: ['https://*/*', 'http://*/*'],
  registration: 'runtime',
  // Pages hear nothing of Dialside.
  noScriptStartedPostMessage: true,
  main: (ctx) => startFrame(ctx.signal, openOrClosedShadowRoot),
});
