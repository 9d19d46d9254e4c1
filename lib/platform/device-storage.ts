import { isFirefox, isForgetful } from './browser-kind.ts';
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
 * it is a database there, which belongs to Dialside's own origin; a content script has that of its page. Where Firefox gives no
 * database, because it is to forget everything, it is the browser's memory.
 */
export function deviceStorage(): DeviceStorage {
  if (isForgetful()) return withinSession(browser.storage.session);
  return isFirefox() ? ownDatabase(indexedDB, browser.storage.local) : browser.storage.local;
}

/** The browser's memory, as far as it is used here. */
export interface MemoryArea {
  get(names: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(names: string[]): Promise<void>;
}

/** Apart from what belongs to the session itself. */
const KEPT = 'device.';

/** Keeps it in the browser's memory, until the browser closes. */
export function withinSession(memory: MemoryArea): DeviceStorage {
  return {
    async get(wanted) {
      const kept = Object.entries(await memory.get(null)).filter(([name]) =>
        wanted === null ? name.startsWith(KEPT) : name === KEPT + wanted,
      );
      return Object.fromEntries(kept.map(([name, value]) => [name.slice(KEPT.length), value]));
    },
    set: (items) => memory.set(Object.fromEntries(Object.entries(items).map(([name, value]) => [KEPT + name, value]))),
    remove: (names) => memory.remove([names].flat().map((name) => KEPT + name)),
  };
}

/** Empties the browser's memory, but for what it keeps in place of a disk. */
export async function forgetSession(memory: MemoryArea): Promise<void> {
  const names = Object.keys(await memory.get(null));
  await memory.remove(names.filter((name) => !name.startsWith(KEPT)));
}

/** Where versions before this one kept what lies in the database now. */
export type FormerArea = Pick<DeviceStorage, 'get'> & { clear(): Promise<void> };

const DATABASE = 'dialside';
const ITEMS = 'items';

/**
 * Opened for each access: a connection that is held has to be given back when the browser wants to clear it. What lies in the
 * former area is taken over when the database is made, and never later: a content script may write there.
 */
export function ownDatabase(databases: IDBFactory, former: FormerArea, name = DATABASE): DeviceStorage {
  // One after the other: two that find no database would both take over.
  let opening: Promise<unknown> = Promise.resolve();
  let isFormerClear = false;
  const openNext = () => {
    const opened = opening.then(() => openOrMove(databases, former, name));
    opening = opened.then(clearFormer, () => undefined);
    return opened;
  };
  /** Once a life, not only as it is taken over: a worker that was ended then would have left the sealed sign-in to content scripts. */
  async function clearFormer(): Promise<void> {
    if (isFormerClear) return;
    isFormerClear = await former.clear().then(
      () => true,
      () => false,
    );
  }
  const access = async <T>(mode: IDBTransactionMode, work: (items: IDBObjectStore) => () => T): Promise<T> => {
    const database = await openNext();
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

async function openOrMove(databases: IDBFactory, former: FormerArea, name: string): Promise<IDBDatabase> {
  const database = await open(databases, name, null);
  if (database) return database;
  // All of it is in the database, or there is no database yet and the next attempt takes it over.
  const made = await open(databases, name, await former.get(null));
  if (!made) throw new Error('The database is not made.');
  return made;
}

/** Null where there is no database and none is made, for want of what it is to begin with. */
function open(databases: IDBFactory, name: string, first: object | null): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    let isMissing = false;
    const request = databases.open(name, 1);
    request.onupgradeneeded = () => {
      isMissing = first === null;
      if (isMissing) return request.transaction?.abort();
      const items = request.result.createObjectStore(ITEMS);
      for (const [key, value] of Object.entries(first ?? {})) items.put(value, key);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => (isMissing ? resolve(null) : reject(request.error));
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
