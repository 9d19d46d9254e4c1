import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AGENT_FUNCTIONS } from '../lib/vicidial/set-up/agent-probe.ts';
import { demoLogins } from '../scripts/tour/demo-logins.ts';
import { AGENT, STATUS_LOGIN } from './e2e/fixtures/demo-agent.ts';
import { ROOT } from './repository/source-imports.ts';
import { SUPERVISOR } from './steps/supervisor-desk.ts';

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'store/README.md',
  'store/listing.md',
  'store/permissions.md',
  'store/chrome-web-store.md',
  'store/addons-mozilla-org.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

const textOf = (document: string) => readFileSync(join(ROOT, document), 'utf8');

describe.each(DOCUMENTS)('%s', (document) => {
  it('links to nothing that is not there', () => {
    const links = [...textOf(document).matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map(
      (link) => link[1] ?? link[2] ?? '',
    );
    const files = links.filter((link) => !/^(https?:|#|mailto:)/.test(link)).map((link) => link.replace(/#.*$/, ''));
    expect(files.filter((file) => !existsSync(join(ROOT, normalize(join(dirname(document), file)))))).toEqual([]);
  });

  it('names no file and no command of ours that is not there', () => {
    const named = [...textOf(document).matchAll(/`((?:lib|tests|components|entrypoints|scripts|docs)\/[\w./-]+)`/g)];
    expect(named.map((match) => match[1] ?? '').filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    const { scripts } = JSON.parse(textOf('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    const commands = [...textOf(document).matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map((match) => match[1] ?? '');
    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  });
});

describe('the README', () => {
  it('names every folder of lib, and each of its files that lies in none', () => {
    const list = /```\n(lib\/phone[\s\S]*?)```/.exec(textOf('README.md'))?.[1] ?? '';
    const words = new Set(list.match(/[\w.-]+/g));
    expect(readdirSync(join(ROOT, 'lib')).filter((name) => !words.has(name))).toEqual([]);
  });

  it('names the logins of the demo, which the tour prints', () => {
    const missing = [AGENT, STATUS_LOGIN, SUPERVISOR]
      .flatMap((login) => Object.values(login))
      .filter((value) => !textOf('README.md').includes(`\`${value}\``));
    expect(missing).toEqual([]);
    expect(demoLogins('http://127.0.0.1:8180')).toContain(`user ${AGENT.user}, password ${AGENT.password}`);
    expect(demoLogins('http://127.0.0.1:8180')).toContain(`user ${SUPERVISOR.user}, password ${SUPERVISOR.password}`);
  });
});

describe('the list of API functions to be allowed', () => {
  const line = /```text\n(.*external_dial.*)\n```/.exec(textOf('README.md'))?.[1] ?? '';

  // An editor that cuts blanks at the end of lines would make it the value that VICIdial finds nothing in.
  it('begins and ends with a space, as VICIdial needs it', () => {
    expect(line).toMatch(/^ (?:[a-z_]+ )+$/);
  });

  it('is what the set-up check asks for', () => {
    expect(new Set(line.trim().split(' '))).toEqual(new Set(AGENT_FUNCTIONS));
  });

  it('has every agent function that the relay lets through, and the one that writes beside them', () => {
    const relay = textOf('docs/relay/dialside-relay.conf');
    const functions = [...relay.matchAll(/"~\^([a-z_]+) .*" 1;/g)].map(([, name = '']) => name);
    expect(new Set(line.trim().split(' '))).toEqual(new Set([...functions, 'update_fields']));
  });
});

describe('the languages that the README names', () => {
  it('are those that there are, and no other', () => {
    const named = /speaks the browser's language: ([^;]+);/.exec(textOf('README.md'))?.[1] ?? '';
    const names = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' });
    const spoken = readdirSync(join(ROOT, 'public', '_locales')).map((tag) => names.of(tag.replace('_', '-')) ?? tag);
    expect(named.replace(' (from the right)', '').split(/,\s/)).toEqual(spoken.sort());
  });
});

describe('the threat model', () => {
  const rows = [...textOf('SECURITY.md').matchAll(/^\| (?!(?:asset|attacker) \|)([^|\n]+) \|.*\|$/gm)];
  const rules = [...textOf('SECURITY.md').matchAll(/^- [\s\S]*?(?=\n- |\n\n)/gm)].map(([rule]) => rule);
  const kept = rules.slice(
    0,
    rules.findIndex((rule) => rule.startsWith('- A program or a person that controls')),
  );

  it('is read: assets, attackers and rules are found', () => {
    expect(rows.length).toBeGreaterThan(10);
    expect(kept.length).toBeGreaterThan(8);
  });

  // That the files are there is what the names above are tested for.
  it.each(rows.map(([row, name = '']) => [name, row]))('names a test for %s', (_name, row) => {
    expect(row).toMatch(/`tests\/[\w./-]+`[^|]*\|$/);
  });

  it.each(kept.map((rule) => [rule]))('names what checks %j', (rule) => {
    expect(rule).toMatch(/`(?:tests\/|scripts\/|npm )|\bno test does\b/);
  });
});
