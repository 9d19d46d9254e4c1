import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { PARITY } from './firefox/parity.ts';
import { ROOT } from './repository/source-imports.ts';

const IN_FIREFOX: readonly string[] = [...namesIn('tests/firefox', '.test.ts'), ...namesIn('tests/steps', '.ts')].map(
  ({ name }) => name,
);
const ALONE = namesIn('tests/e2e', '.spec.ts').filter(({ name }) => !IN_FIREFOX.includes(name));

/** The entries that speak of a test: of its whole file, or of a name that begins so. */
function entriesOf({ file, name }: (typeof ALONE)[number]): readonly string[] {
  return Object.keys(PARITY[file] ?? {}).filter((begin) => begin === '*' || name.startsWith(begin));
}

describe('what Firefox tests of the tests in Chromium', () => {
  it('is found', () => {
    expect([IN_FIREFOX.length > 60, ALONE.length > 30]).toEqual([true, true]);
  });

  it('is said of each that has no test of its name there, once', () => {
    const said = ALONE.map((test) => [`${test.file}: ${test.name}`, entriesOf(test).length]);
    expect(said.filter(([, count]) => count !== 1)).toEqual([]);
  });

  it('is said of none that is no longer, or has come to Firefox by its name', () => {
    const entries = Object.entries(PARITY).flatMap(([file, of]) => Object.keys(of).map((begin) => `${file}: ${begin}`));
    const needed = new Set(ALONE.flatMap((test) => entriesOf(test).map((begin) => `${test.file}: ${begin}`)));
    expect(entries.filter((entry) => !needed.has(entry))).toEqual([]);
  });

  it('names tests that are there, and gives reasons', () => {
    const said = Object.values(PARITY).flatMap((of) => Object.values(of));
    const twins = said.flatMap((one) => ('twin' in one ? [one.twin] : []));
    expect(twins.filter((begin) => !IN_FIREFOX.some((name) => name.startsWith(begin)))).toEqual([]);
    expect(said.filter((one) => 'none' in one && one.none.length < 20)).toEqual([]);
  });
});

/** The names of the tests and steps in the files of a folder; what a name is computed from stands as `${}`. */
function namesIn(folder: string, ending: string): { readonly file: string; readonly name: string }[] {
  const areSteps = folder === 'tests/steps';
  const files = readdirSync(join(ROOT, folder)).filter((file) => file.endsWith(ending));
  return files.flatMap((file) => {
    const text = readFileSync(join(ROOT, folder, file), 'utf8');
    const names: string[] = [];
    const visit = (node: ts.Node): void => {
      const name = isTest(node) ? node.arguments[0] : areSteps && isStep(node) ? node.name : null;
      if (name && ts.isStringLiteralLike(name)) names.push(name.text);
      if (name && ts.isTemplateExpression(name)) {
        names.push(name.head.text + name.templateSpans.map(({ literal }) => `\${}${literal.text}`).join(''));
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
    return names.map((name) => ({ file: file.slice(0, -ending.length), name }));
  });
}

function isTest(node: ts.Node): node is ts.CallExpression {
  if (!ts.isCallExpression(node) || node.arguments.length < 2) return false;
  // Also of a table: `test.for(...)(name, ...)`, `it.skipIf(...)(name, ...)`.
  const called = ts.isCallExpression(node.expression) ? node.expression.expression : node.expression;
  return /^(?:test[A-Z]?\w*|it)(?:\.(?:for|skipIf))?$/.test(called.getText());
}

function isStep(node: ts.Node): node is ts.MethodDeclaration | ts.PropertyAssignment {
  return (ts.isMethodDeclaration(node) || ts.isPropertyAssignment(node)) && ts.isStringLiteral(node.name);
}
