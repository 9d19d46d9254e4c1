import { describe, expect, it } from 'vitest';
import { campaignLoginPage, phoneLoginPage } from '../../simulator/screen/login-pages.ts';
import { openBox } from '../../simulator/screen/page/screen.ts';
import { screenPage } from '../../simulator/screen/screen-page.ts';
import type { World } from '../../simulator/world.ts';
import { POLL, WANTED_STATUS } from './answer-polls.ts';
import { CALL, LEAD, pause, SETTINGS, screenStage } from './screen-stage.ts';

describe('the pages under the one address', () => {
  it('the phone login is known by its fields, at once', async () => {
    await using stage = screenStage(phoneLoginPage());
    expect(await stage.newest()).toMatchObject({ kind: 'phoneLogin', phase: null, isPolling: false });
  });

  it('the campaign login carries the phone login along and is another page', async () => {
    const form = { phoneLogin: 'cc100', phonePassword: 'secret', user: '', password: '', campaign: '' };
    const page = campaignLoginPage({ campaigns: [] } as unknown as World, { ...form, remoteAddress: '' });
    await using stage = screenStage(page);
    expect(await stage.newest()).toMatchObject({ kind: 'campaignLogin', phase: null });
    expect(JSON.stringify(stage.readings)).not.toContain('secret');
  });

  it('any other page says nothing at once: it may still be loading', async () => {
    await using stage = screenStage('<body><p>It works!</p></body>');
    expect(await stage.newest()).toBeUndefined();
  });

  it('the agent screen is read from its first poll on, because its boxes are hidden by then', async () => {
    await using stage = screenStage();
    expect(await stage.newest()).toBeUndefined();
    expect(await stage.poll()).toMatchObject({ kind: 'agentScreen', phase: 'paused', isPolling: true, boxes: [] });
  });

  it.each([
    ['LogouTBox', 'loggedOut'],
    ['AgenTDisablEBoX', 'disabled'],
  ] as const)('%s over it means %s, and nothing else of it is read', async (box, kind) => {
    await using stage = screenStage();
    await stage.poll();
    const reading = await stage.change((screen) => {
      screen.state.call = { ...CALL, phase: 'live', seconds: 3 };
      screen.state.lead = LEAD;
      openBox(screen, box);
    });
    expect(reading).toMatchObject({ kind, phase: null, leadId: '', boxes: [], isPolling: false });
  });
});

describe('a web session that is lost', () => {
  it('is told by the pace of the polls, as long as they come at it', async () => {
    const timed: boolean[] = [];
    await using stage = screenStage(undefined, ({ startTime, duration }) => {
      timed.push(startTime > 0 && duration >= 0);
      return timed.length === 2;
    });
    expect(await stage.poll()).not.toHaveProperty('isSessionLost');
    expect(await stage.poll()).toMatchObject({ isSessionLost: true, isPolling: true });
    stage.clock.now += 2_000;
    expect(await stage.poll()).not.toHaveProperty('isSessionLost');
    expect(timed).toEqual([true, true, true]);
  });
});

describe('a call', () => {
  it('is followed from the dial step to the disposition by pictures, boxes and the lead', async () => {
    await using stage = screenStage();
    await stage.poll();
    const seen: unknown[] = [];
    const see = async (change: Parameters<typeof stage.change>[0]) => seen.push((await stage.change(change))?.phase);
    await see(({ state }) => {
      state.dialPending = true;
    });
    await see(({ state }) => {
      state.dialPending = false;
      state.call = { ...CALL, phase: 'dialling', seconds: 0 };
      state.lead = LEAD;
      state.statusLine = `Calling: ${CALL.display} UID: ${CALL.callId} Waiting for Ring... 0 seconds`;
    });
    await see(({ state }) => {
      state.call = { ...CALL, phase: 'live', seconds: 0 };
      state.statusLine = `Called: ${CALL.display} UID: ${CALL.callId}`;
    });
    await see(({ state }) => {
      state.call = { ...CALL, phase: 'gone', seconds: 9 };
    });
    await see(({ state }) => {
      state.call = null;
      state.wrapUp = 'opening';
    });
    await see((screen) => {
      screen.state.wrapUp = 'open';
      openBox(screen, 'DispoSelectBox');
    });
    await see(({ state }) => {
      state.boxes.clear();
      state.wrapUp = 'none';
      state.lead = null;
      state.control = 'ready';
    });
    expect(seen).toEqual(['paused', 'dialling', 'talking', 'customerGone', 'wrapUp', 'wrapUp', 'ready']);
  });

  it('gives lead and number as digits', async () => {
    await using stage = screenStage();
    await stage.change(({ state }) => {
      state.lead = LEAD;
      state.statusLine = 'Preview the Lead then DIAL LEAD or SKIP LEAD';
    });
    expect(await stage.poll()).toMatchObject({ phase: 'previewing', leadId: '2001', phoneNumber: '7275551212' });
  });

  it.each([
    [{ phone_code: '49', first_name: ' Erika ', last_name: 'Muster\n' }, '49', 'Erika Muster'],
    [{ phone_code: '+49', first_name: '', last_name: 'x'.repeat(90) }, '', 'x'.repeat(80)],
    [{ phone_code: '0', first_name: '', last_name: '' }, '', ''],
  ])('gives calling code and name as they stand in the form: %j', async (fields, callingCode, customerName) => {
    await using stage = screenStage();
    await stage.change(({ state }) => {
      state.lead = { ...LEAD, ...fields };
    });
    expect(await stage.poll()).toMatchObject({ callingCode, customerName });
  });

  it.each([
    ['C-20418', 'C-20418'],
    [' 4711 ', '4711'],
    ['not a code', ''],
    ['x'.repeat(21), ''],
    ['<b>', ''],
  ])('gives the lead’s code of the CRM %j as %j', async (typed, vendorLeadCode) => {
    await using stage = screenStage();
    await stage.change(({ state }) => {
      state.lead = { ...LEAD, vendor_lead_code: typed };
    });
    expect(await stage.poll()).toMatchObject({ vendorLeadCode });
  });

  it.each([
    ['Incoming: (727)555-1212 Group- Sales line UID: Y1121001512000002001', 'Sales line'],
    // As the open sources of VICIdial's screens write it.
    ['Incoming: (727)555-1212 Group- Sales line \u00a0 Fronter: Bob', 'Sales line'],
    ['Incoming: (727)555-1212 Group- Support', 'Support'],
    ['Incoming: (727)555-1212 UID: V1121001512000002001', ''],
    ['Calling: (727)555-1212 UID: M1121001512000002001', ''],
  ])('gives the in-group of a call by the status line: %j', async (line, ingroup) => {
    await using stage = screenStage();
    await stage.change(({ state }) => {
      state.lead = LEAD;
      state.call = { ...CALL, phase: 'live', seconds: 3 };
      state.statusLine = line;
    });
    expect(await stage.poll()).toMatchObject({ phase: 'talking', ingroup });
    // The line keeps its words after the call.
    const after = await stage.change(({ state }) => {
      state.lead = null;
      state.call = null;
    });
    expect(after).toMatchObject({ phase: 'paused', ingroup: '' });
  });

  it.each([
    ['Logged in as User: 1000 on Phone: SIP/cc100 to campaign: TESTCAMP', '1000', 'TESTCAMP'],
    ['Angemeldet als Benutzer: anna.k_2 am Telefon: PJSIP/cc-7 in der Kampagne: VERKAUF', 'anna.k_2', 'VERKAUF'],
    ['Welcome: back', '', ''],
    ['Time: 1000', '', ''],
  ])('gives who is logged in, and where, by the first line: %s', async (line, user, campaign) => {
    await using stage = screenStage(screenPage(SETTINGS).replace(/Logged in as User[^<]*/, line));
    expect(await stage.poll()).toMatchObject({ user, campaign });
  });

  it('is read on sites in another language: pictures have suffixes, texts are never asked', async () => {
    await using stage = screenStage();
    await stage.poll();
    document.getElementsByName('livecall')[0]?.setAttribute('src', './images/agc_live_call_ON_de.gif');
    expect(await stage.newest()).toMatchObject({ phase: 'talking' });
    document.getElementsByName('livecall')[0]?.setAttribute('src', './images/agc_live_call_OFF_de.gif');
    document.querySelector('#DiaLControl img')?.setAttribute('src', './images/vdc_LB_active_de.gif');
    expect(await stage.newest()).toMatchObject({ phase: 'ready' });
  });
});

describe('boxes', () => {
  it.each([
    ['PauseCodeSelectBox', 'pauseCode'],
    ['NoneInSessionBox', 'emptySession'],
    ['GroupAliasSelectBox', 'groupAlias'],
    ['DiaLInGrouPSelectBox', 'dialInGroup'],
    ['CustomerGoneBox', 'customerGone'],
    ['SysteMDisablEBoX', 'systemDisabled'],
  ] as const)('%s is %s, while it is open', async (id, box) => {
    await using stage = screenStage();
    await stage.poll();
    expect((await stage.change((screen) => openBox(screen, id)))?.boxes).toEqual([box]);
    expect((await stage.change(({ state }) => state.boxes.clear()))?.boxes).toEqual([]);
  });

  it('the alert box is read as one line without its buttons, with the moment it came', async () => {
    await using stage = screenStage();
    await stage.poll();
    const text = 'This phone number is in the DNC list:\n7275551212';
    const reading = await stage.change((screen) => openBox(screen, 'AlertBox', text));
    expect(reading?.alert).toEqual({
      kind: 'dnc',
      text: 'This phone number is in the DNC list: 7275551212',
      since: stage.clock.now,
    });
    expect((await stage.poll())?.alert?.since).toBe(stage.clock.now - 2_000);
    expect((await stage.change(({ state }) => state.boxes.clear()))?.alert).toBeNull();
  });

  it('a newer message replaces the older one', async () => {
    await using stage = screenStage();
    await stage.change((screen) => openBox(screen, 'AlertBox', 'Your session has been paused'));
    await stage.poll();
    const reading = await stage.change((screen) => openBox(screen, 'AlertBox', 'Dial timed out'));
    expect(reading?.alert).toMatchObject({ kind: 'dialTimedOut', since: stage.clock.now });
  });

  it('a page that writes a book into its box is cut short', async () => {
    await using stage = screenStage();
    await stage.change((screen) => openBox(screen, 'AlertBox', `a\u0000b ${'x'.repeat(10_000)}`));
    const text = (await stage.poll())?.alert?.text ?? '';
    expect([text.slice(0, 4), text.length]).toEqual(['a b ', 200]);
  });
});

describe('liveness', () => {
  it('says the same again with the polls, and not more often than every other second', async () => {
    await using stage = screenStage();
    await stage.poll();
    await stage.poll();
    expect(stage.readings).toHaveLength(2);
    stage.clock.now -= 1_900;
    await fetch(POLL, { method: 'POST' });
    await pause(300);
    expect(stage.readings).toHaveLength(2);
  });

  it('says so when the polls stop', async () => {
    await using stage = screenStage();
    await stage.poll();
    stage.clock.now += 3_100;
    const last = () => stage.readings.at(-1);
    await expect.poll(last).toMatchObject({ kind: 'agentScreen', isPolling: false });
  });

  it('says so when the polls are answered no more, however many the page makes', async () => {
    await using stage = screenStage();
    await stage.poll();
    stage.clock.now += 3_100;
    const fails = async () => {
      await fetch(POLL, { method: 'POST', headers: { [WANTED_STATUS]: '502' } });
      return stage.readings.at(-1);
    };
    await expect.poll(fails, { interval: 500 }).toMatchObject({ kind: 'agentScreen', isPolling: false });
    expect(await stage.poll()).toMatchObject({ isPolling: true });
  });

  it.each(['/agc/vdc_db_query.php', '/agc/conf_exten_check.php?user=1000&pass=canary', '/other/conf_exten_check.php'])(
    '%s is no poll',
    async (path) => {
      await using stage = screenStage();
      await fetch(path, { method: 'POST' });
      await pause(300);
      expect(stage.readings).toEqual([]);
    },
  );
});
