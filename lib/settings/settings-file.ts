import * as v from 'valibot';
import type { EditableSettings } from '../messages/protocol.ts';
import type { LockName } from './policy.ts';
import { editableEntries } from './schema.ts';

/** Raised when a file of this version could be read wrongly by an older Dialside. */
const FILE_VERSION = 1;

const NAMES = Object.keys(editableEntries) as (keyof EditableSettings)[];

/** What a file would do, before it does anything. */
export type SettingsFileReading =
  | { readonly code: 'notOurs' | 'newer' }
  | {
      readonly code: 'read';
      /** What is new in it, and may be changed. */
      readonly change: Partial<EditableSettings>;
      /** Entries that cannot be read. */
      readonly refused: readonly string[];
      /** What would be new in it, and the company has locked. */
      readonly locked: readonly (keyof EditableSettings)[];
    };

/** The settings as a text that another device can read. They hold no login, no server and no call. */
export function writeSettingsFile(settings: EditableSettings): string {
  const entries = NAMES.map((name) => [name, settings[name]]);
  const file = { dialside: 'settings', version: FILE_VERSION, settings: Object.fromEntries(entries) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads a file entry by entry: one that cannot be read is named, and takes no other along. */
export function readSettingsFile(text: string, now: EditableSettings, locks: readonly LockName[]): SettingsFileReading {
  const file = fileSchema(text);
  if (!file) return { code: 'notOurs' };
  if (file.version > FILE_VERSION) return { code: 'newer' };
  const change: Record<string, unknown> = {};
  const refused: string[] = [];
  const locked: (keyof EditableSettings)[] = [];
  for (const [key, value] of Object.entries(file.settings)) {
    const name = NAMES.find((each) => each === key);
    const schema: v.GenericSchema | null = name ? editableEntries[name] : null;
    const parsed = schema && v.safeParse(schema, value);
    if (!name || !parsed?.success) refused.push(key.slice(0, 60));
    else if (JSON.stringify(parsed.output) === JSON.stringify(now[name])) continue;
    else if (isLocked(name, locks)) locked.push(name);
    else change[name] = parsed.output;
  }
  return { code: 'read', change: change as Partial<EditableSettings>, refused, locked };
}

function fileSchema(text: string) {
  const schema = v.object({
    dialside: v.literal('settings'),
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
    settings: v.record(v.string(), v.unknown()),
  });
  const parsed = v.safeParse(schema, parseJson(text));
  return parsed.success ? parsed.output : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What was chosen for single sites may not get round what the company has locked for all of them. */
function isLocked(name: keyof EditableSettings, locks: readonly LockName[]): boolean {
  if (name === 'siteModes') return locks.includes('siteMode') || locks.includes('sites');
  return locks.some((lock) => lock === name);
}
