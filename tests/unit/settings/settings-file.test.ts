import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EditableSettings } from '../../../lib/messages/protocol.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/schema.ts';
import { readSettingsFile, writeSettingsFile } from '../../../lib/settings/settings-file.ts';

const { sites: _sites, remembered: _remembered, policy: _policy, ...NOW } = DEFAULT_SETTINGS;
const OTHER: EditableSettings = {
  ...NOW,
  regions: ['DE', 'AT'],
  pauseCodes: [{ code: 'LUNCH', name: 'Lunch' }],
  siteModes: [{ host: 'crm.example', mode: 'off' }],
  keepCalls: true,
};
const file = (settings: object, version = 1) => JSON.stringify({ dialside: 'settings', version, settings });

describe('the settings as a file', () => {
  it('come back on another device as they were', () => {
    expect(readSettingsFile(writeSettingsFile(OTHER), NOW, [])).toEqual({
      code: 'read',
      change: {
        regions: OTHER.regions,
        pauseCodes: OTHER.pauseCodes,
        siteModes: OTHER.siteModes,
        keepCalls: true,
      },
      refused: [],
      locked: [],
    });
    expect(readSettingsFile(writeSettingsFile(OTHER), OTHER, [])).toMatchObject({ change: {} });
  });

  it('hold nothing but what the options edit, whatever lies beside it', () => {
    const stored = { ...DEFAULT_SETTINGS, remembered: { user: 'canary-user' }, vault: 'canary', sites: ['canary'] };
    expect(writeSettingsFile(stored as unknown as EditableSettings)).not.toContain('canary');
  });

  it('lose only the entry that cannot be read', () => {
    const text = file({ regions: ['Germany'], keepCalls: true, password: 'x', mostDialsPerMinute: 1000 });
    expect(readSettingsFile(text, NOW, [])).toEqual({
      code: 'read',
      change: { keepCalls: true },
      refused: ['regions', 'password', 'mostDialsPerMinute'],
      locked: [],
    });
  });

  it('leave alone what the company has locked, also by the way of single sites', () => {
    const reading = readSettingsFile(writeSettingsFile(OTHER), NOW, ['regions', 'siteMode']);
    expect(reading).toMatchObject({ locked: ['regions', 'siteModes'] });
    expect(reading).not.toHaveProperty('change.regions');
    expect(reading).not.toHaveProperty('change.siteModes');
  });

  it.each([
    ['', 'notOurs'],
    ['{}', 'notOurs'],
    ['[1]', 'notOurs'],
    [JSON.stringify({ dialside: 'settings', version: '1', settings: {} }), 'notOurs'],
    [file({}, 2), 'newer'],
  ])('%j is %s', (text, code) => expect(readSettingsFile(text, NOW, [])).toEqual({ code }));

  it('never change more than they hold, whatever the file is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(NOW), '__proto__', 'x'), fc.jsonValue()), (settings) => {
        const reading = readSettingsFile(file(settings), NOW, []);
        if (reading.code === 'read')
          expect(Object.keys(settings)).toEqual(expect.arrayContaining(Object.keys(reading.change)));
      }),
    );
  });
});
