import { describe, expect, it, vi } from 'vitest';
import type { DialPolicy } from '../../../lib/agent/dial/dial.ts';
import { DO_NOT_CALL_WAIT_MS } from '../../../lib/background/records/do-not-call.ts';
import { agentIn, NOW, NUMBER, POLICY } from '../agent/dials.ts';
import { createServiceDesk, type DeskAnswers } from './service-desk.ts';

const FREE = `AREACODE: 1|-5#PHONE: ${NUMBER.nationalNumber}|1||||\n`;
const LISTED = `ERROR: check_phone_number PHONE NUMBER IN DNC - ${NUMBER.nationalNumber}|api8`;
const LISTED_BY_CAMPAIGN = `ERROR: check_phone_number PHONE NUMBER IN CAMPAIGN DNC - ${NUMBER.nationalNumber}|TESTCAMP|api8`;
const BAD_LOGIN = 'ERROR: Login incorrect, please try again: |api8|BAD|';
const NOT_PERMITTED = 'ERROR: check_phone_number USER DOES NOT HAVE PERMISSION TO CHECK PHONE NUMBERS: |api8||';
const NO_SUCH_TIME = 'ERROR: check_phone_number THIS IS NOT A VALID CALL TIME: |api8|24hours|';

const REFUSING: DialPolicy = { ...POLICY, whenListed: 'refuse' };

function createDesk(service: DeskAnswers['service'], hasService = true, policy = REFUSING) {
  return createServiceDesk({ service }, { hasService, policy });
}

describe('a click on a number', () => {
  it('asks the lists of system and campaign once, as the second login, and dials what is on none', async () => {
    const desk = await createDesk(() => FREE);
    await desk.store.update({ agent: { ...desk.store.current().agent, campaign: 'TESTCAMP' } });
    await desk.click();
    expect(desk.names()).toEqual(['check_phone_number', 'external_dial']);
    expect(desk.asked[0]).toMatchObject({
      ...{ user: 'api8', phone_number: NUMBER.nationalNumber, phone_code: '1', local_call_time: '24hours' },
      ...{ dnc_check: 'Y', campaign_dnc_check: 'Y', campaign_id: 'TESTCAMP' },
    });
  });

  it('asks the list of the system alone while nobody has told the campaign', async () => {
    const desk = await createDesk(() => FREE);
    await desk.click();
    expect(desk.asked[0]).toMatchObject({ dnc_check: 'Y' });
    expect(desk.asked[0]).not.toHaveProperty('campaign_dnc_check');
  });

  it.each([
    ['system', LISTED],
    ['campaign', LISTED_BY_CAMPAIGN],
  ])('that the %s has listed dials nothing', async (list, answer) => {
    const desk = await createDesk(() => answer);
    await desk.click();
    expect(desk.names()).toEqual(['check_phone_number']);
    expect(desk.store.current().dial).toMatchObject({ step: 'refused', problem: { code: 'doNotCall', list } });
  });

  it('asks again at the next click: a number may have been listed meanwhile', async () => {
    const answers = [FREE, LISTED];
    const desk = await createDesk(() => answers.shift() ?? null);
    await desk.click();
    await desk.free();
    await desk.click();
    expect(desk.names()).toEqual(['check_phone_number', 'external_dial', 'check_phone_number']);
  });

  it('is asked about where the company lets it be, and dials when the agent says so', async () => {
    const desk = await createDesk(() => LISTED, true, { ...POLICY, whenListed: 'ask' });
    await desk.click();
    expect(desk.store.current().dial).toMatchObject({ step: 'confirming', confirm: ['doNotCall'] });
    expect(desk.sent()).toEqual([]);
    await desk.dials.answerConfirmation('dial-1', true);
    await desk.dials.agentRead(agentIn('paused', { readAt: NOW }));
    await desk.turn();
    expect(desk.sent()).toHaveLength(1);
  });
});

describe('a question that is not answered', () => {
  it.each([
    ['a refused login', BAD_LOGIN],
    ['a login that may not ask', NOT_PERMITTED],
    ['a dialer without that call time', NO_SUCH_TIME],
    ['something else', '<html>'],
  ])('holds no call back: %s', async (_why, answer) => {
    const desk = await createDesk(() => answer);
    await desk.click();
    expect(desk.sent()).toHaveLength(1);
    await desk.free();
    await desk.click();
    const asked = desk.names().filter((name) => name === 'check_phone_number').length;
    expect([desk.sent().length, asked]).toEqual([2, answer === BAD_LOGIN || answer === NOT_PERMITTED ? 1 : 2]);
  });

  it('is waited for no longer than the bound; its late answer dials and refuses nothing', async () => {
    let answer = (_text: string) => {};
    const late = new Promise<string>((resolve) => {
      answer = resolve;
    });
    const desk = await createDesk(() => late);
    await desk.click();
    expect(desk.store.current()).toMatchObject({ dial: { step: 'checking', sentAt: null }, lastSentAt: 0 });
    desk.timers.find(({ ms }) => ms === DO_NOT_CALL_WAIT_MS)?.task();
    await desk.turn();
    expect(desk.sent()).toHaveLength(1);
    answer(LISTED);
    await desk.turn();
    expect(desk.sent()).toHaveLength(1);
    expect(desk.store.current().dial?.step).not.toBe('refused');
  });

  it('can be cancelled, and then nothing is dialled', async () => {
    const desk = await createDesk(() => null);
    await desk.click();
    await desk.dials.cancel('dial-1');
    desk.timers.find(({ ms }) => ms === DO_NOT_CALL_WAIT_MS)?.task();
    await desk.turn();
    expect(desk.store.current().dial?.step).toBe('cancelled');
    expect(desk.sent()).toEqual([]);
  });

  it('is asked again by the worker after one that stopped, and the call is one', async () => {
    const stopped = await createDesk(() => null);
    await stopped.click();
    const next = await createServiceDesk({ service: () => FREE }, { policy: REFUSING, before: stopped.area });
    await next.dials.restore();
    await vi.waitFor(() => expect(next.sent()).toHaveLength(1));
    expect(stopped.sent()).toEqual([]);
  });
});

it('without a second login nothing is asked, and no agent’s login goes to the Non-Agent API', async () => {
  const desk = await createDesk(() => LISTED, false);
  await desk.click();
  expect(desk.names()).toEqual(['external_dial']);
  // Not even for the time of a step does the click wait.
  expect(desk.store.current().dial?.policy).toEqual(POLICY);
});
