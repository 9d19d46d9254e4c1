import { browser } from '../../platform/extension-api.ts';

const SCRIPT_ID = 'dialside-page';
const FORM_SCRIPT_ID = 'dialside-forms';
const FORM_SCRIPT = '/form-watch.js';
export const CONTENT_SCRIPT = '/frame.js';
export const MARKS_STYLE = '/page-marks.css';

export interface PageScriptPlaces {
  /** Match patterns of the pages that are entered; none of them where it is empty. */
  readonly matches: readonly string[];
  readonly excludeMatches: readonly string[];
  /** Whether forms are watched from the beginning of a page on: what was typed before is not known. */
  readonly watchesForms: boolean;
}

/** Has the browser enter pages from now on. What is registered already is changed in its place: no page loads in between. */
export async function registerPageScripts({ watchesForms, ...places }: PageScriptPlaces): Promise<void> {
  const wanted = places.matches.length === 0 ? [] : scriptsFor(places, watchesForms);
  const registered = new Set(
    (await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID, FORM_SCRIPT_ID] })).map(({ id }) => id),
  );
  const kept = wanted.filter(({ id }) => registered.has(id));
  const added = wanted.filter(({ id }) => !registered.has(id));
  const gone = [...registered].filter((id) => wanted.every((script) => script.id !== id));
  if (kept.length > 0) await browser.scripting.updateContentScripts(kept);
  if (added.length > 0) await browser.scripting.registerContentScripts(added);
  if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone });
}

function scriptsFor(places: Pick<PageScriptPlaces, 'matches' | 'excludeMatches'>, watchesForms: boolean) {
  const where = {
    matches: [...places.matches],
    excludeMatches: [...places.excludeMatches],
    allFrames: true,
    // Reaches srcdoc and about:blank frames; both browsers know it, the polyfill's types do not.
    matchOriginAsFallback: true,
  };
  const page = {
    ...where,
    id: SCRIPT_ID,
    js: [CONTENT_SCRIPT],
    // A style sheet of the extension's: unlike one that a script adds, the page's own list of sheets does not show it. There
    // before the page, because a sheet that comes later has the browser work out every style of the page anew.
    css: [MARKS_STYLE],
    runAt: 'document_idle' as const,
  };
  const forms = { ...where, id: FORM_SCRIPT_ID, js: [FORM_SCRIPT], runAt: 'document_start' as const };
  return watchesForms ? [page, forms] : [page];
}
