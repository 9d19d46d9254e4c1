import { describe, expect, it } from 'vitest';
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

  it('that were not all that was written are told', async () => {
    const server = fakeServer('SUCCESS: update_fields lead updated - apiuser|1000|2005|1|1|first_name,rank|x|\n');
    const answer = await crmClients(server, CREDENTIALS).agentLead.updateFields({ first_name: 'Anna' });
    expect(answer).toEqual({ ok: false, failure: { code: 'echoMismatch' } });
  });
});
