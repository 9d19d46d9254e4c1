import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { currentFrameLife } from '../lib/frame/frame-life.ts';
import { startEngine } from '../lib/frame/start-engine.ts';
import { createTranslate } from '../lib/messages/text.ts';
import { openOrClosedShadowRoot } from '../lib/platform/shadow-root.ts';

/** Injected by the background into the frames that may hold a number. */
export default defineUnlistedScript(() => {
  const life = currentFrameLife();
  if (!life) return;
  const language = browser.i18n.getUILanguage();
  // Of a time that is shifted to where it is told.
  const clock = new Intl.DateTimeFormat(language, {
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  startEngine(life, {
    translate: createTranslate(browser.i18n.getMessage as (key: string, substitutions: string[]) => string),
    country: (region) => countries.of(region) ?? region,
    clock: (at) => clock.format(at),
    shadowRootOf: openOrClosedShadowRoot,
  });
});
