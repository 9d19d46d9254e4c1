import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { diagnosticReport, type Installation } from '../../../lib/diagnostics/report.ts';
import type { PanelState } from '../../../lib/messages/panel-state.ts';
import { NO_POLICY } from '../../../lib/settings/policy.ts';
import { DEFAULT_SETTINGS, editableEntries } from '../../../lib/settings/schema.ts';

const CANARY = 'canary';
const NUMBER = '+14155550177';
const problem = { code: 'busyDialling', e164: NUMBER };

/** Something that may not be told, wherever something can stand. */
const PLANTED = {
  version: '0.1.0',
  userAgent: 'Mozilla/5.0',
  language: 'en',
  granted: ['https://crm.canary.example/*'],
  state: {
    connection: {
      status: 'signedIn',
      server: 'https://dialer.canary.example',
      agentUser: CANARY,
      statusLoginRefused: false,
      problem: { code: 'otherError', function: 'external_dial', reason: CANARY },
    },
    agent: { phase: 'talking', source: 'screen', campaign: CANARY, customerName: CANARY, phoneNumber: NUMBER },
    screen: { seen: true, alive: true, kind: 'agentScreen', boxes: [], hidden: false },
    dial: { id: CANARY, number: { e164: NUMBER }, problem: { code: 'screenRefused', kind: 'other', text: CANARY } },
    dialList: [{ e164: NUMBER }],
    history: [
      { e164: NUMBER, customerName: CANARY, problem },
      { e164: NUMBER, problem: { code: 'vicidial', failure: { code: 'notPaused', reason: CANARY } } },
      { e164: NUMBER, problem: null },
    ],
    pauseCodes: [{ code: 'CANARY', name: CANARY }],
    rungAt: 1,
    microphoneHeard: true,
    problem: { code: 'webphoneHostUnknown', host: 'canary.example' },
  } as unknown as PanelState,
  settings: {
    ...DEFAULT_SETTINGS,
    pauseCodes: [{ code: 'CANARY', name: CANARY }],
    dialPauseCode: 'CANARY',
    webphoneHosts: ['phone.canary.example'],
    siteModes: [{ host: 'crm.canary.example', mode: 'off' }],
    neverDial: [NUMBER],
    sites: undefined,
    remembered: undefined,
    policy: undefined,
  },
  policy: { ...NO_POLICY, values: { server: 'dialer.canary.example', testNumber: NUMBER }, locked: ['server'] },
} as unknown as Installation;

describe('the report', () => {
  it('holds none of what was planted: no login, number, name, code or host', () => {
    const report = diagnosticReport(PLANTED, { withNames: false });
    expect(report.toLowerCase()).not.toContain(CANARY);
    expect(report).not.toContain('415555');
  });

  it('holds nothing of a text that a setting takes, be it one that comes later', () => {
    const planted = fc.constantFrom<unknown>(CANARY, [CANARY], { text: CANARY }, [{ text: [CANARY] }]);
    // A choice takes no such text, and neither do countries.
    const names = Object.entries(editableEntries).flatMap(([name, schema]) =>
      name === 'regions' || v.safeParse(v.object({ type: v.literal('picklist') }), schema).success ? [] : [name],
    );
    expect(names).toContain('dialPauseCode');
    const later = fc.constantFrom(...names, 'comesLater');
    fc.assert(
      fc.property(fc.dictionary(later, planted, { minKeys: 1 }), fc.boolean(), (typed, withNames) => {
        const settings = { ...DEFAULT_SETTINGS, ...typed };
        const report = JSON.parse(diagnosticReport({ ...PLANTED, settings }, { withNames }));
        expect(JSON.stringify(report.settings)).not.toContain(CANARY);
      }),
    );
  });

  it('names servers and sites where that is asked for, and nothing more', () => {
    const report = diagnosticReport(PLANTED, { withNames: true });
    expect(report).toContain('https://dialer.canary.example');
    expect(report).toContain('https://crm.canary.example/*');
    const rest = report.replaceAll('dialer.canary.example', '').replaceAll('crm.canary.example', '');
    expect(rest.toLowerCase()).not.toContain(CANARY);
    expect(rest).not.toContain('415555');
  });

  it('says what helps: versions, permissions, the kinds of the newest failures, how many of each list', () => {
    expect(JSON.parse(diagnosticReport(PLANTED, { withNames: false }))).toMatchObject({
      dialside: '0.1.0',
      browser: 'Mozilla/5.0',
      permissions: { allSites: false, sites: 1 },
      connection: { status: 'signedIn', encrypted: true, problem: 'otherError' },
      agent: { phase: 'talking', source: 'screen' },
      problems: ['webphoneHostUnknown', 'screenRefused', 'busyDialling', 'vicidial: notPaused'],
      settings: { pauseCodes: 1, neverDial: 1, dialPauseCode: true, pauseBeforeDial: 'ask', regions: ['US'] },
      policy: { values: ['server', 'testNumber'], locked: ['server'] },
    });
  });
});
