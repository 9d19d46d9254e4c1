import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { OptionsView } from '../../../components/options/options-view.tsx';
import { draftUnderPolicy, emptyDraft } from '../../../components/sign-in/sign-in-draft.ts';
import { SignInForm } from '../../../components/sign-in/sign-in-form.tsx';
import type { SignInRequest } from '../../../lib/messages/sign-in.ts';
import { ok } from '../../../lib/result.ts';
import type { LockName } from '../../../lib/settings/policy.ts';
import { parsePolicy } from '../../../lib/settings/policy-parser.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/schema.ts';
import { control, expectAccessible, hide, show } from './mount.tsx';

const onChange = vi.fn(async () => null);
const onSignIn = vi.fn(async (_request: SignInRequest) => ok(null));

/** Every setting the options page shows, as a company would set it. */
const EVERYTHING: Readonly<Record<Exclude<LockName, 'server' | 'agentPath' | 'nonAgentPath' | 'relay'>, unknown>> = {
  regions: ['DE', 'AT'],
  pauseCodes: [{ code: 'LUNCH', name: 'Lunch break' }],
  dispositions: [{ code: 'SALE', name: 'Sale made' }],
  transferIngroups: ['SUPPORT'],
  pauseBeforeDial: 'always',
  dialPauseCode: 'CALL',
  webphoneHosts: ['phone.example'],
  siteMode: 'marksOnly',
  numbersInNotices: true,
  keepCalls: true,
  lockAfterMinutes: 15,
  mostDialsPerMinute: 5,
  neverDial: ['+1900'],
  alwaysAsk: ['+1876'],
  alwaysAllow: ['+44'],
  recordRules: [{ preset: 'vTiger', host: 'crm.example' }],
  screenPops: [{ template: 'https://crm.example/--A--lead_id--B--' }],
  popWay: 'onClick',
  afterCallPages: [{ name: 'Order', template: 'https://crm.example/order' }],
  appearance: 'dark',
  sites: ['crm.example'],
};

function showOptions(managed: Record<string, unknown>) {
  const policy = parsePolicy(managed);
  show(
    <OptionsView
      settings={{ ...DEFAULT_SETTINGS, ...policy.values }}
      sites={[{ host: 'crm.example', patterns: ['https://crm.example/*'] }]}
      regions={['US', 'DE', 'AT']}
      policy={policy}
      onChange={onChange}
      onDisable={onChange}
      onErase={async () => null}
      onWipe={async () => null}
      onSetUp={() => undefined}
      file={{ onSave: () => undefined, onRead: () => ({ code: 'notOurs' }) }}
      diagnostics={{ onReport: async () => '{}', onCopy: async () => true }}
      numberTry={{ onExplain: () => ({ found: [], leftOut: [], counts: [] }), regions: ['US'] }}
      keys={{ read: async () => [], change: () => undefined, hasHelpKey: async () => true }}
      onFirstSteps={() => undefined}
      onSupervise={() => undefined}
    />,
  );
}

function showForm(managed: Record<string, unknown>) {
  const policy = parsePolicy(managed);
  show(
    <main class="popup">
      <SignInForm
        initial={draftUnderPolicy(emptyDraft('US'), policy)}
        problem={null}
        regions={['US', 'DE', 'AT']}
        policy={policy}
        checkServer={() => null}
        passwordWarning={() => null}
        onDraft={() => {}}
        onSignIn={onSignIn}
      />
    </main>,
  );
}

const words = () => document.body.textContent;
const named = (name: string) => document.querySelector(`[name=${name}]`) as HTMLInputElement;
const usable = () =>
  [...document.querySelectorAll('input, select, textarea, button')].filter((each) => !each.matches(':disabled'));

beforeEach(() => {
  vi.clearAllMocks();
});
afterEach(hide);

/** What is open to everybody, whatever the company says. */
const FREE = [
  // Why a number is not found: the text, and its heading.
  '',
  '',
  'Change the keys',
  // How he works the keys is the agent's own: the tick of the question mark has no text in it.
  '',
  'Open the set-up check',
  'Show me the first steps',
  'Open the supervisor’s page',
  'Sign out and forget me on this computer',
  'Delete everything of Dialside here',
  // The field for a file and the tick of the report have no text in them.
  ...['Save as a file', '', '', 'Make a report'],
];

describe('the options of a company', () => {
  it('can all be read and none be changed where all are locked', async () => {
    showOptions({ ...EVERYTHING, locked: Object.keys(EVERYTHING) });
    for (const value of ['Germany', 'Lunch break', 'Sale made', 'SUPPORT', 'CALL', 'phone.example', 'crm.example'])
      expect(words()).toContain(value);
    // These are no settings, and nobody's to forbid.
    expect(usable().map(({ textContent }) => textContent)).toEqual(FREE);
    expect(words()?.match(/Set by your company/g)).toHaveLength(Object.keys(EVERYTHING).length);
    await expectAccessible();
  });

  it.each(Object.keys(EVERYTHING))('lock %s and nothing else', (name) => {
    showOptions(EVERYTHING);
    const free = usable().length;
    expect(words()).not.toContain('Set by your company');
    showOptions({ ...EVERYTHING, locked: [name] });
    expect(words()?.match(/Set by your company/g)).toHaveLength(1);
    expect(usable().length).toBeLessThan(free);
    expect(usable().length).toBeGreaterThan(0);
  });

  it('that are mistaken are named, with what was expected', async () => {
    showOptions({
      siteMode: 'sometimes',
      pauseCodes: [{ code: 'COFFEE BREAK' }],
      locked: ['keepCalls'],
      keepcalls: true,
    });
    expect(words()).toContain('siteMode: expected buttons, buttonsOnHover or marksOnly');
    expect(words()).toContain('pauseCodes[0].code: expected a list of pause codes');
    expect(words()).toContain('keepcalls: expected no setting of this name');
    expect(words()).toContain('locked[0] "keepCalls": expected a list of names');
    await expectAccessible();
  });

  it('without a mistake speak of none', () => {
    showOptions(EVERYTHING);
    expect(words()).not.toContain('Your company');
  });

  it('say that no sign-in is remembered', () => {
    showOptions({ remember: false });
    expect(words()).toContain('does not let a sign-in be remembered');
  });
});

describe('the sign-in of a company', () => {
  it('has only user and password left to type, and cannot be led elsewhere', async () => {
    showForm({ server: 'dialer.example', agentPath: '/a/api.php', locked: ['server', 'agentPath'] });
    expect(named('username').matches(':focus')).toBe(true);
    expect(words()).toContain('Set by your company');
    named('server').focus();
    await userEvent.keyboard('evil.example');
    named('agent-path').focus();
    await userEvent.keyboard('/evil.php');
    named('username').focus();
    await userEvent.keyboard('6666{Tab}s3cret{Enter}');
    expect(onSignIn.mock.calls[0]?.[0]).toMatchObject({
      server: 'dialer.example',
      agentPath: '/a/api.php',
      user: '6666',
    });
    await expectAccessible();
  });

  it('lets a suggested server be changed', async () => {
    showForm({ server: 'dialer.example' });
    await userEvent.fill(named('server'), 'other.example');
    named('username').focus();
    await userEvent.keyboard('6666{Tab}s3cret{Enter}');
    expect(onSignIn.mock.calls[0]?.[0].server).toBe('other.example');
  });

  it('offers to remember only where that is allowed', () => {
    showForm({});
    expect(named('remember')).not.toBeNull();
    showForm({ remember: false });
    expect(named('remember')).toBeNull();
  });

  it('offers the countries that are locked alone', () => {
    showForm({ regions: ['DE', 'AT'], locked: ['regions'] });
    expect(control('label', 'Your country').closest('.field')?.querySelectorAll('option')).toHaveLength(2);
  });
});

describe('a draft', () => {
  const draft = { ...emptyDraft('US'), server: 'typed.example' };

  it.each([
    ['keeps what was typed over a suggestion', { server: 'dialer.example' }, { server: 'typed.example' }],
    ['takes what is locked', { server: 'dialer.example', locked: ['server'] }, { server: 'dialer.example' }],
    ['takes a suggestion where nothing stands', { agentPath: '/a.php' }, { agentPath: '/a.php' }],
    ['keeps a country that is suggested otherwise', { regions: ['DE'] }, { region: 'US' }],
    ['takes the first of the locked countries', { regions: ['DE', 'AT'], locked: ['regions'] }, { region: 'DE' }],
    ['keeps a country among the locked', { regions: ['DE', 'US'], locked: ['regions'] }, { region: 'US' }],
  ])('%s', (_what, managed, expected) => {
    expect(draftUnderPolicy(draft, parsePolicy(managed))).toMatchObject(expected);
  });
});

describe('a relay that the company has set', () => {
  const RELAY = { server: 'https://relay.example.com', relay: true };

  it('leaves nothing to type where it is locked, and cannot be left', async () => {
    showForm({ ...RELAY, regions: ['DE'], locked: ['server', 'relay', 'regions'] });
    expect(named('relay').checked).toBe(true);
    expect(named('relay').disabled).toBe(true);
    expect(named('username')).toBeNull();
    await userEvent.click(control('button', 'Connect'));
    expect(onSignIn.mock.lastCall?.[0]).toMatchObject({ server: RELAY.server, relay: '', region: 'DE', password: '' });
  });

  it('can be left where it is not', async () => {
    showForm(RELAY);
    await userEvent.click(named('relay'));
    expect(named('username')).not.toBeNull();
  });

  it('of false, locked, can never be chosen', () => {
    showForm({ relay: false, locked: ['relay'] });
    expect([named('relay').checked, named('relay').disabled]).toEqual([false, true]);
  });
});
