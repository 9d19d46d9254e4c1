import { describe, expect, it } from 'vitest';
import { isPushable } from '../../../lib/vicidial/agent-api/pushed-fields.ts';
import { CREDENTIALS, fakeServer, sentParams } from './fake-server.ts';
import { crmClients } from './recorded-crm.ts';

describe('columns pushed to the screen', () => {
  const push = async (fields: Readonly<Record<string, string>>, credentials = CREDENTIALS, agentUser = '1000') => {
    const server = fakeServer('');
    const answer = await crmClients(server, credentials, agentUser).agentLead.updateFields(fields);
    return { answer, sent: server.requests.length };
  };
  const refused = (field: string, problem = 'notAllowed') => ({
    answer: { ok: false, failure: { code: 'refusedInput', field, problem } },
    sent: 0,
  });

  // Each of them would empty another column: recorded in docs/vicidial, section 7.12.
  it.each([
    ['first_name', 'Frank'],
    ['last_name', 'RANKIN'],
    ['address1', '1 City Road'],
    ['province', 'Estates'],
    ['email', 'email@example.com'],
    ['first_name', 'formreload'],
  ])('are refused where %s is %j', async (field, value) => {
    expect(await push({ [field]: value })).toEqual(refused(field));
  });

  it.each(['comments', 'security_phrase'])('are never %s, which people write freely', async (field) => {
    expect(await push({ [field]: 'hello' })).toEqual(refused(field));
  });

  it('are refused where the login or the agent is named like a column', async () => {
    expect(await push({ first_name: 'Anna' }, { user: 'frank', password: 'x1' })).toEqual(refused('user'));
    expect(await push({ first_name: 'Anna' }, { user: 'apiuser', password: 'mycity1' })).toEqual(refused('pass'));
    expect(await push({ first_name: 'Anna' }, CREDENTIALS, 'owner1')).toEqual(refused('agent_user'));
  });

  it('are refused where there are none, or none that are columns', async () => {
    expect(await push({})).toEqual(refused('fields', 'empty'));
    expect(await push({ phone_number: '7275551212' })).toEqual(refused('fields', 'empty'));
  });

  it('are sent as they are, an empty one too', async () => {
    const server = fakeServer(
      'SUCCESS: update_fields lead updated - apiuser|1000|2005|1|1|city,first_name|city="",first_name="Anna"|\n',
    );
    const { agentLead } = crmClients(server, CREDENTIALS);
    expect(await agentLead.updateFields({ first_name: 'Anna', city: '' })).toEqual({ ok: true, value: null });
    expect(sentParams(server)).toMatchObject({ function: 'update_fields', first_name: 'Anna', city: '' });
  });

  it('that were not written as they were sent are told', async () => {
    const server = fakeServer(
      'SUCCESS: update_fields lead updated - apiuser|1000|2005|1|1|first_name|first_name="Zo"|\n',
    );
    const answer = await crmClients(server, CREDENTIALS).agentLead.updateFields({ first_name: 'Zoë' });
    expect(answer).toEqual({ ok: false, failure: { code: 'altered' } });
  });

  it('that were not all that was written are told', async () => {
    const server = fakeServer('SUCCESS: update_fields lead updated - apiuser|1000|2005|1|1|first_name,rank|x|\n');
    const answer = await crmClients(server, CREDENTIALS).agentLead.updateFields({ first_name: 'Anna' });
    expect(answer).toEqual({ ok: false, failure: { code: 'echoMismatch' } });
  });
});

describe('the lead that is written', () => {
  const push = (leadId?: string) => {
    const server = fakeServer(
      'SUCCESS: update_fields lead updated - apiuser|1000|2005|1|1|first_name|first_name="Anna"|\n',
    );
    return crmClients(server, CREDENTIALS).agentLead.updateFields({ first_name: 'Anna' }, leadId);
  };

  it('is the one that was meant, where that is known', async () => {
    expect([await push(), await push('2005')]).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect(await push('2006')).toEqual({ ok: false, failure: { code: 'echoMismatch' } });
  });
});

describe('whether a login may write them', () => {
  const ask = async (answer: string, credentials = CREDENTIALS, agentUser = '1000') => {
    const server = fakeServer(answer);
    const told = await crmClients(server, credentials, agentUser).agentLead.mayUpdateFields();
    return { told, sent: server.requests.length === 0 ? [] : Object.keys(sentParams(server)).toSorted() };
  };

  it.each([
    ['ERROR: update_fields no fields have been defined - 1000', true],
    ['ERROR: no fields have been defined - 1000', true],
    ['ERROR: agent_user does not have a lead on their screen - 1000', true],
    ['ERROR: user is not allowed to modify lead information - 1000|1000', false],
    ['ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION - |1000|update_fields|ADMIN', false],
  ])('is told by %j: %j', async (answer, may) => {
    const { told, sent } = await ask(answer);
    expect(told).toEqual({ ok: true, value: may });
    // Nothing in it is a column's name: VICIdial would empty that one.
    expect(sent).toEqual(['agent_user', 'function', 'pass', 'source', 'user']);
  });

  it.each([
    ['ERROR: agent_user is not logged in - 1000', 'notLoggedIn'],
    ['SUCCESS: update_fields lead updated - 1000|1000|2005|1|1|rank|rank=""|', 'echoMismatch'],
  ])('is not told by %j', async (answer, code) => {
    expect((await ask(answer)).told).toMatchObject({ ok: false, failure: { code } });
  });

  it.each([
    [{ user: 'frank', password: 'x1' }, '1000'],
    [{ user: 'apiuser', password: 'mycity1' }, '1000'],
    [CREDENTIALS, 'owner1'],
  ])('is never asked with a login in which VICIdial would find a column: %j, %s', async (credentials, agentUser) => {
    expect(await ask('', credentials, agentUser)).toEqual({ told: { ok: true, value: false }, sent: [] });
  });
});

it.each([
  ['first_name', 'Anna', true],
  ['first_name', 'Frank', false],
  ['email', 'anna@example.com', true],
  ['email', 'anna@realestate.example', false],
  ['email', 'anna', false],
  ['last_name', 'x'.repeat(31), false],
  ['comments', 'hello', false],
] as const)('%s may be %j: %j', (field, text, isFit) => {
  expect(isPushable(field, text)).toBe(isFit);
});
