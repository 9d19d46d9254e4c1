import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ON_BROWSER } from './on-browser.ts';
import { importsOf, ROOT, type SourceImport, sourceFiles } from './repository/source-imports.ts';

interface Layer {
  /** Folders whose code may be imported. */
  readonly values: readonly string[];
  /** Folders of which types, which leave nothing at run time, may be imported as well. */
  readonly types: readonly string[];
  readonly packages: readonly string[];
}

const ALL_OF_LIB = ['lib'];

/** Who may import whom. A folder may always import itself, `lib/result.ts` and `lib/read-url.ts`. */
const LAYERS: Readonly<Record<string, Layer>> = {
  'lib/phone': { values: [], types: [], packages: ['libphonenumber-js'] },
  'lib/vicidial': { values: [], types: ['lib/phone'], packages: [] },
  // What a CRM's page says, and what its addresses look like: pure, and knows no page. Which hosts are this machine, lib/vicidial says.
  'lib/crm': { values: ['lib/vicidial'], types: [], packages: ['valibot'] },
  'lib/agent': { values: ['lib/vicidial'], types: ['lib/phone', 'lib/messages'], packages: [] },
  // What a record rule looks like is known in lib/crm alone, what VICIdial's IDs look like in lib/vicidial, and how
  // long a list may be that is pasted in lib/pasted.
  'lib/settings': {
    values: ['lib/crm', 'lib/vicidial', 'lib/pasted'],
    types: ['lib/phone', 'lib/messages'],
    packages: ['wxt', 'valibot'],
  },
  // Secrets on this device, under a PIN: nothing but the browser's own cryptography.
  'lib/vault': { values: [], types: [], packages: ['valibot'] },
  'lib/session': { values: ['lib/agent'], types: ['lib/vicidial', 'lib/settings', 'lib/messages'], packages: ['wxt'] },
  // What is told has the limits of what is kept.
  'lib/messages': {
    values: ['lib/agent', 'lib/platform', 'lib/settings', 'lib/vicidial'],
    types: ALL_OF_LIB,
    packages: ['wxt', 'valibot'],
  },
  // The predicates of lib/agent are as pure as its types.
  'lib/page': { values: ['lib/phone', 'lib/agent'], types: ['lib/settings'], packages: [] },
  // What runs in a frame: the page side, joined to the background by messages.
  'lib/frame': { values: ['lib/page', 'lib/phone', 'lib/agent', 'lib/messages'], types: [], packages: [] },
  // What runs in the agent screen's tab: it reads the page and tells the background, nothing else.
  'lib/screen': { values: ['lib/agent', 'lib/messages'], types: [], packages: [] },
  'lib/platform': { values: [], types: [], packages: ['wxt', 'webextension-polyfill'] },
  // The background joins the parts, and knows no page and no view.
  'lib/background': {
    values: [
      ...['lib/phone', 'lib/vicidial', 'lib/agent', 'lib/session', 'lib/settings', 'lib/messages', 'lib/platform'],
      'lib/vault',
      'lib/crm',
    ],
    types: [],
    packages: ['wxt', 'valibot'],
  },
  // What may be told of an installation to whoever helps.
  'lib/diagnostics': { values: [], types: ALL_OF_LIB, packages: [] },
  // What people copy from pages and sheets, as lists.
  'lib/pasted': { values: ['lib/vicidial'], types: ['lib/messages'], packages: [] },
  // Views know the browser and the dialer only as data: the words of lib/messages, the predicates of lib/agent, and what a rule
  // of lib/crm makes of an address that is tried.
  components: {
    values: ['lib/messages', 'lib/agent', 'lib/crm', 'lib/pasted'],
    types: ALL_OF_LIB,
    packages: ['preact', '@preact/signals'],
  },
};

const RESULT = 'lib/result.ts';
const FREE_FOR_ALL: readonly string[] = [RESULT, 'lib/read-url.ts'];
const TEXTS = /^public\/_locales\/en\/messages\.json$/;

const allFiles = ['lib', 'components', 'entrypoints'].flatMap(sourceFiles);
const allImports = allFiles.flatMap(importsOf);

describe('the layer table', () => {
  it.each(Object.entries(LAYERS))('%s imports only what its row allows', (folder, layer) => {
    const own = allImports.filter(({ file }) => isBelow(file, folder));
    expect(own.filter((one) => !isAllowed(one, folder, layer)).map(describeImport)).toEqual([]);
  });

  it('has a row for every folder of lib', () => {
    const folders = new Set(allFiles.filter((file) => /^lib\/.+\//.test(file)).map(folderOf));
    expect([...folders].filter((folder) => !(folder in LAYERS))).toEqual([]);
  });

  it('is not empty: the files it judges are found', () => {
    expect(allImports.some(({ file, target }) => file.startsWith('lib/vicidial/') && target === RESULT)).toBe(true);
  });
});

describe('imports', () => {
  it('form no cycle', () => {
    expect(findCycle(allImports)).toBeNull();
  });

  it('never go to and fro between the folders of a layer', () => {
    const between = allImports.filter(({ file, target }) => areSiblings(partOf(file), partOf(target)));
    expect(between.length).toBeGreaterThan(0);
    expect(
      findCycle(between.map((one) => ({ ...one, isType: false, file: partOf(one.file), target: partOf(one.target) }))),
    ).toBeNull();
  });

  it('never go from what all views share into a view: what stands directly in components knows no folder of it', () => {
    const shared = allImports.filter(({ file }) => /^components\/[^/]+$/.test(file));
    expect(shared.filter(({ target }) => /^components\/[^/]+\//.test(target)).map(describeImport)).toEqual([]);
  });

  it('never reach from the product into the tests', () => {
    expect(allImports.filter(({ isOurs, target }) => isOurs && isBelow(target, 'tests')).map(describeImport)).toEqual(
      [],
    );
  });

  it('name files with their ending', () => {
    expect(
      allImports.filter(({ isOurs, target }) => isOurs && !/\.\w+(\?\w+)?$/.test(target)).map(describeImport),
    ).toEqual([]);
  });
});

function isAllowed({ target, isOurs, isType }: SourceImport, folder: string, layer: Layer): boolean {
  if (!isOurs) return isType || layer.packages.some((name) => target === name || isBelow(target, name));
  if (FREE_FOR_ALL.includes(target) || TEXTS.test(target) || isBelow(target, folder)) return true;
  return [...layer.values, ...(isType ? layer.types : [])].some((allowed) => isBelow(target, allowed));
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

function folderOf(file: string): string {
  return file.split('/').slice(0, 2).join('/');
}

/** `lib/page/scan` or `components/call` for what is in it; what stands directly in a layer joins its parts, or is what they agree on. */
function partOf(file: string): string {
  return file
    .split('/')
    .slice(0, isBelow(file, 'components') ? 2 : 3)
    .join('/');
}

function areSiblings(a: string, b: string): boolean {
  return a !== b && [a, b].every((part) => !/\.\w+$/.test(part)) && layerOf(a) === layerOf(b);
}

function layerOf(part: string): string {
  return part.split('/').slice(0, -1).join('/');
}

function describeImport({ file, target, isType }: SourceImport): string {
  return `${file} imports ${isType ? 'types of ' : ''}${target}`;
}

/** The files or folders of one cycle in order, or null. Types leave nothing behind at run time that could go round. */
function findCycle(imports: readonly SourceImport[]): string[] | null {
  const next = new Map<string, SourceImport[]>();
  for (const one of imports.filter(({ isOurs, isType }) => isOurs && !isType))
    next.set(one.file, [...(next.get(one.file) ?? []), one]);
  const finished = new Set<string>();
  const search = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (finished.has(file)) return null;
    for (const { target } of next.get(file) ?? []) {
      const cycle = search(target, [...path, file]);
      if (cycle) return cycle;
    }
    finished.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const cycle = search(file, []);
    if (cycle) return cycle;
  }
  return null;
}

it('a test with a double of a module keeps it to itself: those of tests/on-browser.ts share no module', () => {
  const doubles = sourceFiles('tests/unit').filter((file) =>
    readFileSync(join(ROOT, file), 'utf8').includes('vi.mock('),
  );
  const isAlone = (file: string) =>
    ON_BROWSER.some((each) => each === file || file.startsWith(each.replace(/\*.*/, '')));
  expect(doubles.length).toBeGreaterThan(10);
  expect(doubles.filter((file) => !isAlone(file))).toEqual([]);
});
