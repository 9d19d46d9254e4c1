import type { Appearance } from '../../lib/settings/schema.ts';

/** What a page of ours can read before it is drawn: the settings themselves take a turn of the background. */
const KEY = 'appearance';

/** Has a document look as chosen; the theme's style says what that means. */
export function showAppearance(appearance: Appearance, root: HTMLElement = document.documentElement): void {
  if (appearance === 'system') delete root.dataset.appearance;
  else root.dataset.appearance = appearance;
}

/** What was chosen when a page of ours was open last. */
export function rememberedAppearance(memory: Storage = localStorage): Appearance {
  const remembered = memory.getItem(KEY);
  return remembered === 'light' || remembered === 'dark' ? remembered : 'system';
}

/** For the next page. Nothing is left where nothing was chosen, also once everything has been deleted. */
export function rememberAppearance(appearance: Appearance, memory: Storage = localStorage): void {
  if (appearance === 'system') memory.removeItem(KEY);
  else memory.setItem(KEY, appearance);
}
