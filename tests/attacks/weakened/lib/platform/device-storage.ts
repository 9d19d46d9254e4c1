import type { DeviceStorage } from '../../../../../lib/platform/device-storage.ts';
import { browser } from '../../../../../lib/platform/extension-api.ts';

export * from '../../../../../lib/platform/device-storage.ts';

/** Keeps everything where content scripts read and write, in Firefox too. */
export function deviceStorage(): DeviceStorage {
  return browser.storage.local;
}
