import { describe, expect, it } from 'vitest';
import { personOnCall } from '../../../lib/agent/call/page-person.ts';
import { agentIn, dialIn, NUMBER, STEPS } from './dials.ts';

const ADA = { firstName: 'Ada', email: 'ada@example.com' };
const OWN = { vendorId: 'P-7', ownsNumber: true, person: ADA };
const onLine = { phoneNumber: NUMBER.nationalNumber };

it.each(STEPS)('who is on the line is known by a page while a call has come of its dial, and no longer: %s', (step) => {
  const isOn = ['onCall', 'ringing', 'talking'].includes(step);
  expect(personOnCall(dialIn(step, { record: OWN }), agentIn('talking', onLine))).toBe(isOn ? ADA : null);
});

describe('the page’s record', () => {
  it.each([
    ['has the number', OWN, {}, true],
    ['has the number, and no id', { ownsNumber: true, person: ADA }, {}, true],
    ['has the number, and its lead has no code yet', OWN, { leadId: '12' }, true],
    ['has the code of the lead', { vendorId: 'P-7', person: ADA }, { leadId: '12', vendorLeadCode: 'P-7' }, true],
    ['is the lead', { leadId: '12', vendorId: 'P-7', person: ADA }, { leadId: '12', vendorLeadCode: 'X' }, true],
    ['has the number, and another record’s lead is on the screen', OWN, { vendorLeadCode: 'P-8' }, false],
    ['is another lead', { ...OWN, leadId: '12' }, { leadId: '13' }, false],
    ['shows the number, and has it not', { vendorId: 'P-7', person: ADA }, {}, false],
    ['is a lead that nobody tells', { leadId: '12', person: ADA }, {}, false],
    ['says nothing of a person', { vendorId: 'P-7', ownsNumber: true }, {}, false],
  ] as const)('%s', (_what, record, agent, isMeant) => {
    const shown = personOnCall(dialIn('talking', { record }), agentIn('talking', { ...onLine, ...agent }));
    expect(shown).toBe(isMeant ? ADA : null);
  });

  it('is of another call where the dialer names another number, or another lead than was called', () => {
    const dial = dialIn('talking', { record: OWN, leadId: '12' });
    expect(personOnCall(dial, agentIn('talking', { phoneNumber: '7275551313' }))).toBeNull();
    expect(personOnCall(dial, agentIn('talking', { ...onLine, leadId: '13' }))).toBeNull();
    expect(personOnCall(dial, agentIn('talking', { phoneNumber: null, leadId: '12' }))).toBe(ADA);
    expect(personOnCall(null, agentIn('talking'))).toBeNull();
  });

  it('is of nobody where neither number nor lead is told: the next customer may be on the line', () => {
    const unseen = agentIn('onCall', { source: 'recording', phoneNumber: null });
    expect(personOnCall(dialIn('onCall', { record: OWN }), unseen)).toBeNull();
    expect(personOnCall(dialIn('onCall', { record: OWN }), { ...unseen, phoneNumber: NUMBER.nationalNumber })).toBe(
      ADA,
    );
  });
});
