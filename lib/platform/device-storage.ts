import { isFirefox } from './browser-kind.ts';
import { browser } from './extension-api.ts';

/** What outlives the browser, by name: settings, what is sealed under a PIN, calls that are kept. */
export interface DeviceStorage {
  /** The item of that name, or all of them. */
  get(name: string | null): Promise<Record<string, unknown>>;
  set(items: object): Promise<void>;
  remove(names: string | string[]): Promise<void>;
}

/**
 * Where no content script reads or writes it. Chrome has a lock for `storage.local`, which `keepStorageFromPages` turns. Firefox has
 * none: there a page that has taken a content script over could guess at the sealed sign-in, and allow itself every number. So
 * it is a database there, which belongs to Dialside's own origin; a content script has that of its page.
 */
export function deviceStorage(): DeviceStorage {
  return isFirefox() ? ownDatabase(indexedDB) : browser.storage.local;
}

const DATABASE = 'dialside';
const ITEMS = 'items';

/** Opened for each access: a connection that is held has to be given back when the browser wants to clear it. */
export function ownDatabase(databases: IDBFactory, name = DATABASE): DeviceStorage {
  const access = async <T>(mode: IDBTransactionMode, work: (items: IDBObjectStore) => () => T): Promise<T> => {
    const database = await open(databases, name);
    try {
      // A wrong PIN that is counted has to stay counted, whatever ends the browser.
      const transaction = database.transaction(ITEMS, mode, { durability: 'strict' });
      const result = inWhole(transaction, () => work(transaction.objectStore(ITEMS)));
      await ended(transaction);
      return result();
    } finally {
      database.close();
    }
  };
  return {
    get: (wanted) =>
      access('readonly', (items) => {
        const range = wanted === null ? null : IDBKeyRange.only(wanted);
        const [names, values] = [items.getAllKeys(range), items.getAll(range)];
        return () => Object.fromEntries(names.result.map((key, index) => [String(key), values.result[index]]));
      }),
    set: (changed) =>
      access('readwrite', (items) => {
        for (const [key, value] of Object.entries(changed)) items.put(value, key);
        return () => undefined;
      }),
    remove: (names) =>
      access('readwrite', (items) => {
        for (const key of [names].flat()) items.delete(key);
        return () => undefined;
      }),
  };
}

function open(databases: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = databases.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(ITEMS);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** A change of which a part cannot be stored is not stored at all. */
function inWhole<T>(transaction: IDBTransaction, work: () => T): T {
  try {
    return work();
  } catch (error) {
    transaction.abort();
    throw error;
  }
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
