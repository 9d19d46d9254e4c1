import { type FormState, watchForms } from '../page/forms/form-watch.ts';

// Of the isolated world, which the page's script never sees; the background asks for it by this name (lib/platform/tabs.ts).
const KEY = Symbol.for('dialside.forms');
type FormsGlobal = { [KEY]?: () => FormState };

/** Watches the forms of this frame for as long as its page lives; once, however often the script is injected. */
export function startFormWatch(): void {
  const world = globalThis as FormsGlobal;
  world[KEY] ??= watchForms(window, new AbortController().signal);
}
