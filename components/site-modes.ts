import type { MessageKey } from '../lib/messages/text.ts';
import type { ModeOfSite, SiteMode } from '../lib/settings/schema.ts';

/** What each way to show numbers on a site is called. */
export const SITE_MODE_KEYS: Readonly<Record<ModeOfSite['mode'], MessageKey>> = {
  buttons: 'siteModeButtons',
  buttonsOnHover: 'siteModeButtonsOnHover',
  marksOnly: 'siteModeMarksOnly',
  off: 'siteModeOff',
};

/** In the order in which they are offered: the one that shows most comes first. */
export const SITE_MODES: readonly SiteMode[] = ['buttons', 'buttonsOnHover', 'marksOnly'];
