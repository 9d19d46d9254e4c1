import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { POLICY_NAMES, parsePolicy } from '../lib/settings/policy-parser.ts';
import { ROOT } from './repository/source-imports.ts';

interface Schema {
  readonly type: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

const schema: Schema = JSON.parse(readFileSync(join(ROOT, 'public/managed-schema.json'), 'utf8'));
const guide = readFileSync(join(ROOT, 'docs/policy.md'), 'utf8');
const names = [...POLICY_NAMES, 'locked'].sort();

describe('the schema for Chrome', () => {
  it('describes every name that is read, and no other', () => {
    const properties = Object.entries(schema.properties ?? {});
    expect(properties.map(([name]) => name).sort()).toEqual(names);
    expect(properties.filter(([, { description }]) => !description)).toEqual([]);
  });

  // Chrome refuses the whole extension over a list without a kind.
  it('says of each list what is in it', () => {
    const lists = Object.values(schema.properties ?? {}).filter(({ type }) => type === 'array');
    expect(lists.length).toBeGreaterThan(5);
    expect(lists.filter(({ items }) => items === undefined)).toEqual([]);
  });
});

describe('the guide', () => {
  it('explains every name', () => {
    const named = guide.match(/^\| .*? \|/gm)?.flatMap((cell) => cell.match(/(?<=`)\w+(?=`)/g) ?? []);
    expect(named?.sort()).toEqual(names);
  });

  it.each([...guide.matchAll(/```json\n(.*?)```/gs)].map(([, text = '']) => [text]))(
    'gives an example that works',
    (text) => {
      const example = policyIn(JSON.parse(text));
      expect(misfits(example, schema)).toEqual([]);
      const policy = parsePolicy(example);
      expect(policy.problems).toEqual([]);
      expect(policy.locked).toContain('server');
    },
  );

  it('gives an example for the registry that works', () => {
    const lines = [...guide.matchAll(/^"(\w+)"=(?:"(.*)"|dword:0*(\d))$/gm)];
    const entries = lines.map(([, name = '', text, number]) => [
      name,
      text === undefined ? number === '1' : plain(text),
    ]);
    const policy = parsePolicy(Object.fromEntries(entries));
    expect(policy.problems).toEqual([]);
    expect(policy.locked).toEqual(['server', 'pauseCodes']);
  });
});

/** The entry of the one extension that is named. */
function policyIn(file: unknown): Record<string, unknown> {
  if (typeof file !== 'object' || file === null) throw new Error('No policy in this example');
  if ('server' in file) return { ...file };
  return policyIn(Object.values(file)[0]);
}

/** A text of the registry as Chrome reads it where the schema asks for more than text. */
function plain(text: string): unknown {
  const unescaped = text.replaceAll('\\"', '"');
  return /^[[{]/.test(unescaped) ? JSON.parse(unescaped) : unescaped;
}

/** Places of a value that are not as a schema says, its unknown names among them. */
function misfits(value: unknown, { type, properties = {}, items }: Schema, place = ''): readonly string[] {
  if (Array.isArray(value)) {
    if (type !== 'array' || !items) return [place];
    return value.flatMap((each, index) => misfits(each, items, `${place}[${index}]`));
  }
  if (typeof value === 'object' && value !== null) {
    if (type !== 'object') return [place];
    return Object.entries(value).flatMap(([name, each]) => {
      const known = properties[name];
      return known ? misfits(each, known, `${place}.${name}`) : [`${place}.${name}`];
    });
  }
  return (Number.isInteger(value) ? 'integer' : typeof value) === type ? [] : [place];
}

it.each<[unknown, readonly string[]]>([
  [{ regions: ['US'], remember: false, mostDialsPerMinute: 5 }, []],
  [{ regions: 'US' }, ['.regions']],
  [{ regions: [1] }, ['.regions[0]']],
  [{ pauseCodes: [{ code: 'A', nam: 'x' }] }, ['.pauseCodes[0].nam']],
  [{ mostDialsPerMinute: '5', unknown: 1 }, ['.mostDialsPerMinute', '.unknown']],
])('the schema finds in %j: %j', (value, places) => expect(misfits(value, schema)).toEqual(places));
