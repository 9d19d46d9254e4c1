import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startFramePicker } from '../lib/frame/start-picker.ts';
import { createTranslate } from '../lib/messages/text.ts';

/** Injected by the background into the page on which the agent wants to point at the record's id. */
export default defineUnlistedScript(() =>
  startFramePicker(createTranslate(browser.i18n.getMessage as (key: string, substitutions: string[]) => string)),
);
