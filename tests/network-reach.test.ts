import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { ROOT, sourceFiles } from './repository/source-imports.ts';

/** Every name by which a script reaches a network. */
const REACH: ReadonlySet<string> = new Set([
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'sendBeacon', 'importScripts'],
  ...['RTCPeerConnection', 'Image', 'Audio', 'SharedWorker', 'Worker'],
]);

/** Where one is used, and why that reaches the configured dialer alone. */
const USED: Readonly<Record<string, string>> = {
  'lib/background/services.ts fetch': 'the browser’s own, handed to the client of the signed-in dialer',
  'lib/background/dialling/dialling.ts fetch': 'the same, for as long as the session lasts that asks',
  'lib/vicidial/wire/caller.ts fetch': 'the default of that client',
  'lib/vicidial/wire/transport.ts fetch': 'the one request there is: to the dialer’s address, redirects refused',
  'lib/platform/frame-refusal.ts fetch':
    'the webphone’s own page where the dialer serves it, which the frame asks for a moment later',
  'lib/platform/recording-sound.ts fetch':
    'a recording on the dialer’s own host, redirects refused, when the agent presses to hear it',
  'lib/screen/keep-awake.ts RTCPeerConnection': 'two ends in one page, without servers, that speak to each other',
};

/** Who has the browser show a page, and whose page that is: a navigation in sight of the agent, of which no answer is read. */
const SHOWN: Readonly<Record<string, string>> = {
  'lib/background/status/agent-screen-tab.ts tabs.create': 'the dialer’s agent screen',
  'lib/background/webphone.ts windows.create': 'the extension’s own page',
  'entrypoints/popup/keys.ts tabs.create': 'the browser’s own page of keys',
  'lib/platform/confirmation-window.ts windows.create': 'the extension’s own page',
  'lib/platform/number-window.ts windows.create': 'the extension’s own page',
  'lib/platform/own-page.ts tabs.create': 'the extension’s own page',
  'lib/platform/own-page.ts tabs.update': 'a section of that page',
  'lib/platform/private-window.ts windows.create': 'the webphone, where its server forbids frames',
  'lib/platform/tabs.ts tabs.create': 'the CRM’s page for a call, by a template of the options or the company',
  'lib/platform/tabs.ts tabs.update': 'the same, in the tab that shows the CRM already',
};

/** Every call that can give a tab or a window an address, as `tabs.create`. */
function shown(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const calls = [...text.matchAll(/\b(tabs\.create|tabs\.update|windows\.create)\(([^;]*)/g)];
  return [
    ...new Set(
      calls.filter(([, , rest = '']) => /\burl\b|\(?WINDOW\b/.test(rest)).map(([, name]) => `${file} ${name}`),
    ),
  ];
}

function reached(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const isCalled = ts.isCallExpression(node) || ts.isNewExpression(node);
    const called =
      isCalled && (ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression);
    if (called && ts.isIdentifier(called) && REACH.has(called.text)) found.add(`${file} ${called.text}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found];
}

it('only the client of the dialer reaches a network', () => {
  const files = ['lib', 'components', 'entrypoints'].flatMap(sourceFiles);
  expect(files.flatMap(reached).sort()).toEqual(Object.keys(USED).sort());
  // Every file is parsed, which takes a busy machine longer than the usual five seconds.
}, 60_000);

it('pages are shown by those alone that are listed', () => {
  const files = ['lib', 'components', 'entrypoints'].flatMap(sourceFiles);
  expect(files.flatMap(shown).sort()).toEqual(Object.keys(SHOWN).sort());
});
