import { browser } from './extension-api.ts';

// Chrome has it, the polyfill's types do not. Firefox keeps `storage.session` from content scripts without being asked
// and has no switch for `storage.local`, where Dialside keeps nothing there (`deviceStorage`).
interface RestrictableArea {
  setAccessLevel?(level: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/** Closes every storage area to content scripts where the browser lets it: they need none of it. */
export async function keepStorageFromPages(): Promise<void> {
  const areas = [browser.storage.session, browser.storage.local] as unknown as readonly RestrictableArea[];
  await Promise.all(areas.map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })));
}
