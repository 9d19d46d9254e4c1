import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ROOT, sourceFiles } from './repository/source-imports.ts';

const PROTOCOL = 'lib/messages';

const SOURCES = sourceFiles(PROTOCOL).map((file) =>
  ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true),
);
const INTERFACES = SOURCES.flatMap(({ statements }) => statements.filter(ts.isInterfaceDeclaration));

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
  const declaration = INTERFACES.find(({ name }) => name.text === map);
  if (!declaration) throw new Error(`No file of ${PROTOCOL} declares ${map}.`);
  const members = declaration.members.filter(ts.isPropertySignature);
  const own = members.map(({ name }) => (ts.isStringLiteral(name) ? name.text : name.getText()));
  const parts = (declaration.heritageClauses ?? []).flatMap(({ types }) => types.map((type) => type.getText()));
  return [...own, ...parts.flatMap(messageNames)];
}

/** Elsewhere than where it is declared. */
function isNamedIn(folders: readonly string[], name: string): boolean {
  const declaring = SOURCES.filter(({ statements }) =>
    statements.filter(ts.isInterfaceDeclaration).some(declares(name)),
  );
  const files = folders.flatMap(sourceFiles).filter((file) => declaring.every(({ fileName }) => fileName !== file));
  return files.some((file) => readFileSync(join(ROOT, file), 'utf8').includes(`'${name}'`));
}

function declares(name: string) {
  return ({ members }: ts.InterfaceDeclaration) =>
    members.some((member) => member.name && ts.isStringLiteral(member.name) && member.name.text === name);
}
