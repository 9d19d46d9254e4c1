import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, editableSettingsSchema, parseSettings } from '../../../lib/settings/schema.ts';

describe('settings from storage', () => {
  it('are the defaults on a new device', () => expect(parseSettings({})).toEqual(DEFAULT_SETTINGS));

  it('lose only the entry that cannot be read', () => {
    const stored = { regions: 'DE', pauseCodes: [{ code: 'BREAK', name: 'Break' }], siteMode: 'marksOnly', unknown: 1 };
    expect(parseSettings(stored)).toEqual({
      ...DEFAULT_SETTINGS,
      pauseCodes: [{ code: 'BREAK', name: 'Break' }],
      siteMode: 'marksOnly',
    });
  });
});

describe('a change from the options page', () => {
  it.each([
    [{ regions: ['DE', 'AT'] }, true],
    [{ regions: [] }, false],
    [{ regions: ['Germany'] }, false],
    [{ pauseCodes: [{ code: 'LUNCH', name: '' }] }, true],
    [{ pauseCodes: [{ code: 'LUNCHES', name: '' }] }, false],
    [{ pauseCodes: [{ code: '', name: 'x' }] }, false],
    [{ pauseBeforeDial: 'sometimes' }, false],
    [{ dialPauseCode: '' }, true],
    [{ siteMode: 'buttonsOnHover' }, true],
    [{ siteModes: [{ host: 'crm.example', mode: 'off' }] }, true],
    [{ siteModes: [{ host: 'crm.example', mode: 'sometimes' }] }, false],
    [{ numbersInNotices: true, keepCalls: true }, true],
    [{ keepCalls: 'yes' }, false],
    [{ recordRules: [{ preset: 'HubSpot' }] }, true],
    [{ recordRules: [{ preset: 'vTiger' }] }, false],
    [{ screenPops: [{ template: 'https://crm.example/--A--lead_id--B--' }], popWay: 'sameTab' }, true],
    [{ screenPops: [{ template: 'https://--A--lead_id--B--.example/' }] }, false],
    [{ popWay: 'window' }, false],
    [{ afterCallPages: [{ name: 'Order', template: 'https://crm.example/order' }] }, true],
    [{ afterCallPages: [{ template: 'https://crm.example/order' }] }, false],
    [{ sites: ['https://*/*'] }, false],
    [{ remembered: null }, false],
    [{}, true],
  ])('%j: accepted is %s', (change, accepted) => {
    expect(v.safeParse(editableSettingsSchema, change).success).toBe(accepted);
  });
});
