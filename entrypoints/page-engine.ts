import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { currentFrameLife } from '../lib/frame/frame-life.ts';
import { startEngine } from '../lib/frame/start-engine.ts';
import { chooseIntlLocale, createTranslate } from '../lib/messages/text.ts';
import { openOrClosedShadowRoot } from '../lib/platform/shadow-root.ts';

/** Injected by the background into the frames that may hold a number. */
export default defineUnlistedScript(() => {
  const life = currentFrameLife();
  if (!life) return;
  const getMessage = browser.i18n.getMessage as (key: string, substitutions: string[]) => string;
  const uiLanguage = browser.i18n.getUILanguage();
  const translate = createTranslate(getMessage, uiLanguage);
  const language = chooseIntlLocale(translate('textLanguage'), uiLanguage);
  // Of a time that is shifted to where it is told.
  const clock = new Intl.DateTimeFormat(language, {
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  startEngine(life, {
    translate,
    country: (region) => countries.of(region) ?? region,
    clock: (at) => clock.format(at),
    shadowRootOf: openOrClosedShadowRoot,
  });
});
