import { describe, expect, it } from 'vitest';
import { CREDENTIALS, fakeServer } from './fake-server.ts';
import { crmClients } from './recorded-crm.ts';

const NUMBER = { callingCode: '1', nationalNumber: '7275551212' };

describe('an answer', () => {
  const ask = (body: string) => crmClients(fakeServer(body), CREDENTIALS);

  it('longer than an agent ever gets is read where it is a table', async () => {
    const row = '1000\tTESTCAMP\t8600051\tPAUSED\t0\t\t3\tAlice | Agent\tAGENTS\t1\tBREAK\t\n';
    const agents = await ask(row.repeat(3000)).floor.agents();
    expect(agents).toMatchObject({ ok: true, value: { length: 3000 } });
    expect(agents.ok && agents.value[2999]?.fullName).toBe('Alice | Agent');
  });

  it('of another shape is no answer', async () => {
    const strange = { ok: false, failure: { code: 'notVicidial' } };
    expect(await ask('1000\tTESTCAMP\n').floor.agents()).toEqual(strange);
    expect(await ask('7275551212|2|2007\n').leads.find({ number: '7275551212' })).toEqual(strange);
    expect(
      await ask('AREACODE: 1|-5#PHONE: 7275559999|1||||\n').numbers.check({ ...NUMBER, callTime: '9am-9pm' }),
    ).toEqual(strange);
  });

  it('says that a number may not be called now without the word ERROR', async () => {
    const answer = await ask('AREACODE: 0|5.50#PHONE: 7275551212|1||||\n').numbers.check({
      ...NUMBER,
      callTime: '9am-9pm',
    });
    expect(answer).toEqual({ ok: true, value: { verdict: 'outsideCallTime', gmtOffsetHours: 5.5 } });
  });

  it('of nothing is an unknown function', async () => {
    expect(await ask('').floor.campaigns()).toEqual({
      ok: false,
      failure: { code: 'unknownFunction', function: 'campaigns_list' },
    });
  });

  it('about another lead, list or campaign is told', async () => {
    const mismatch = { ok: false, failure: { code: 'echoMismatch' } };
    const added = 'SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275551212|999|3001|-5|apiuser\n';
    expect(await ask(added).writer.add({ ...NUMBER, listId: '101' })).toEqual(mismatch);
    const dnc = 'SUCCESS: add_dnc_phone DNC NUMBER HAS BEEN ADDED - apiuser|7275551212|TESTCAMP\n';
    expect(await ask(dnc).dnc.add('7275551212', 'system')).toEqual(mismatch);
    const changed = 'SUCCESS: update_campaign CAMPAIGN HAS BEEN UPDATED - apiuser|OTHER\n';
    expect(await ask(changed).campaigns.update('TESTCAMP', { dialMethod: 'RATIO' })).toEqual(mismatch);
  });
});
