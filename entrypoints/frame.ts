import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startFrame } from '../lib/frame/start-frame.ts';
import { openOrClosedShadowRoot } from '../lib/platform/shadow-root.ts';

/**
 * The content script of the sites the agent enabled, registered at run time. Not built as one: WXT's own frame around those
 * weighs 3 kB, and tells each new script of itself by an event on the document, which every page can hear.
 */
export default defineUnlistedScript(() => void startFrame(openOrClosedShadowRoot));
