import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ROOT, sourceFiles } from './repository/source-imports.ts';

const PROTOCOL = 'lib/messages/protocol.ts';

/** Who asks and who answers. */
const CONVERSATIONS = [
  { map: 'PageRequests', askers: ['lib/frame', 'lib/screen'], answerers: ['lib/background'] },
  { map: 'PageEvents', askers: ['lib/background', 'lib/messages'], answerers: ['lib/frame', 'lib/screen'] },
  // Pages of the extension may ask less than the background offers: the answers are there before their controls are.
  { map: 'PanelRequests', askers: ['entrypoints', 'lib/background'], answerers: ['lib/background'] },
] as const;

describe.each(CONVERSATIONS)('the messages of $map', ({ map, askers, answerers }) => {
  const names = messageNames(map);

  it('are found in the protocol', () => {
    expect(names.length).toBeGreaterThan(1);
  });

  it('are all sent by somebody', () => {
    expect(names.filter((name) => !isNamedIn(askers, name))).toEqual([]);
  });

  it('are all handled by somebody', () => {
    expect(names.filter((name) => !isNamedIn(answerers, name))).toEqual([]);
  });
});

function messageNames(map: string): string[] {
  const text = readFileSync(join(ROOT, PROTOCOL), 'utf8');
  const source = ts.createSourceFile(PROTOCOL, text, ts.ScriptTarget.Latest);
  const declaration = source.statements.filter(ts.isInterfaceDeclaration).find(({ name }) => name.text === map);
  const members = declaration?.members.filter(ts.isPropertySignature) ?? [];
  return members.map(({ name }) => (ts.isStringLiteral(name) ? name.text : name.getText(source)));
}

function isNamedIn(folders: readonly string[], name: string): boolean {
  const files = folders.flatMap(sourceFiles).filter((file) => file !== PROTOCOL);
  return files.some((file) => readFileSync(join(ROOT, file), 'utf8').includes(`'${name}'`));
}
