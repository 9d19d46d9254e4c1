import { browser } from '../../../../../lib/platform/extension-api.ts';

/** Opens the session, with the password in it, to every content script. */
export async function keepStorageFromPages(): Promise<void> {
  const area = browser.storage.session as unknown as { setAccessLevel(level: object): Promise<void> };
  await area.setAccessLevel({ accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' });
}
