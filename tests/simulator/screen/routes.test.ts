import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDialer, type Dialer } from '../dialer.ts';
import { BOX_IDS } from './page/screen.ts';
import { pageScript } from './page-scripts.ts';

let dialer: Dialer;
beforeEach(async () => {
  dialer = await createDialer();
});
afterEach(() => dialer.close());

const phone = { phone_login: 'cc100', phone_pass: 'sip-secret-100' };
const agent = { ...phone, VD_login: '1000', VD_pass: 'agentpass', VD_campaign: 'TESTCAMP' };

async function post(path: string, fields: Record<string, string> = {}): Promise<string> {
  const response = await fetch(dialer.url + path, { method: 'POST', body: new URLSearchParams(fields) });
  return response.text();
}

async function control(path: string, body: unknown) {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(`${dialer.url}/control/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

const titleOf = (page: string) => /<title>(.*)<\/title>/.exec(page)?.[1];

describe('vicidial.php', () => {
  it('asks for the phone, then for the campaign, then is the agent screen, at one address', async () => {
    const first = await (await fetch(`${dialer.url}/agc/vicidial.php`)).text();
    expect(titleOf(first)).toBe('Agent web client: Phone Login');
    expect(first).toMatch(/name="vicidial_form"[\s\S]*name="phone_login"[\s\S]*name="phone_pass"/);
    const second = await post('/agc/vicidial.php', phone);
    expect(titleOf(second)).toBe('Agent web client: Campaign Login');
    for (const name of ['VD_login', 'VD_pass', 'VD_campaign']) expect(second).toContain(`name="${name}"`);
    expect(second).not.toContain('OFFCAMP');
    expect(titleOf(await post('/agc/vicidial.php', agent))).toBe('Agent web client');
  });

  it.each([
    ['a wrong password', { VD_pass: 'wrong' }, 'Login incorrect', '1'],
    ['an inactive campaign', { VD_campaign: 'OFFCAMP' }, 'active campaign', '0'],
    ['a wrong phone', { phone_pass: 'x' }, 'phone login and password are not active', '0'],
  ])('with %s stays at the campaign login', async (_what, fields, message, failures) => {
    const page = await post('/agc/vicidial.php', { ...agent, ...fields });
    expect(titleOf(page)).toBe('Agent web client: Campaign Login');
    expect(page).toContain(message);
    expect(dialer.world.web_client_sessions).toEqual([]);
    expect(dialer.world.users.find(({ user }) => user === '1000')?.failed_login_count).toBe(failures);
  });

  it('locks an agent out after ten wrong passwords', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) await post('/agc/vicidial.php', { ...agent, VD_pass: 'wrong' });
    expect(titleOf(await post('/agc/vicidial.php', agent))).toBe('Agent web client: Campaign Login');
  });

  it('has every element by which the real screen is recognised', async () => {
    const page = await post('/agc/vicidial.php', agent);
    const body = page.slice(page.indexOf('<body>'));
    expect(body.replace(/<[^>]*>/g, '').split('\n')[0]).toBe(
      'Logged in as User: 1000 on Phone: SIP/cc100 to campaign: TESTCAMP',
    );
    for (const id of [...BOX_IDS, 'MainStatuSSpan', 'sessionIDspan', 'AgentStatusSpan', 'DiaLControl']) {
      expect(page).toContain(`id="${id}"`);
    }
    for (const name of ['vicidial_form', 'inert_form', 'alert_form', 'livecall', 'lead_id', 'vendor_lead_code']) {
      expect(page).toContain(`name="${name}"`);
    }
    expect(page).not.toContain('id="webphone"');
  });

  it('carries the same secrets in frames and script as the real one', async () => {
    dialer.screens.phones.change('1000', { webphone: 'Y' });
    const page = await post('/agc/vicidial.php', agent);
    for (const id of ['vcEmailIFrame', 'CustomerChatIFrame', 'InternalChatIFrame']) {
      expect(page).toMatch(new RegExp(`id="${id}"[^>]*src="[^"]*pass=agentpass`));
    }
    expect(page).toMatch(/id="webphone" name="webphone" src="http:\/\/127[^"]*phone_pass=c2lwLXNlY3JldC0xMDA=/);
    expect(page).toContain('allow="microphone *; speakers *;"');
    expect(page).toMatch(/<script>[^<]*agentpass/);
  });

  it('lets no name end its script or an attribute', async () => {
    const user = dialer.world.users.find((row) => row.user === '1000')!;
    user.full_name = '</script><b>"';
    dialer.world.pause_codes[0]!.pause_code_name = '<i>"x';
    const page = await post('/agc/vicidial.php', agent);
    expect(page).not.toContain('</script><b>');
    expect(page).not.toContain('<i>');
  });
});

describe("the page's scripts", () => {
  it('are served with all they import, and nothing of the server is', async () => {
    const seen = new Set<string>();
    const waiting = ['page/main.js'];
    for (let path = waiting.pop(); path; path = waiting.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const script = await pageScript(path);
      expect(script, path).not.toBeNull();
      for (const [, specifier] of script!.matchAll(/from ["']([^"']+)["']/g)) {
        waiting.push(new URL(specifier!, `http://host/${path}`).pathname.slice(1));
      }
    }
    expect(seen).toContain('protocol.js');
    for (const path of ['steps.js', 'log-in.js', 'page/../steps.js', '../data/world.json', 'page/main.ts']) {
      expect(await pageScript(path), path).toBeNull();
    }
    const response = await fetch(`${dialer.url}/agc/screen/page/main.js`);
    expect(response.headers.get('content-type')).toContain('text/javascript');
  });
});

describe('over HTTP', () => {
  it("a poll answers with the commands of the live row, and a stranger's poll with a text", async () => {
    await post('/agc/vicidial.php', agent);
    const { session_name } = dialer.world.web_client_sessions.at(-1)!;
    dialer.world.live_agents.find(({ user }) => user === '1000')!.external_pause = 'PAUSE!1';
    const answer: unknown = JSON.parse(await post('/agc/conf_exten_check.php', { user: '1000', session_name }));
    expect(answer).toMatchObject({ session: 'current', status: 'PAUSED', pause: 'PAUSE!1' });
    expect(await post('/agc/conf_exten_check.php', { user: '1000', session_name: 'x' })).toMatch(
      /^Invalid session name/,
    );
  });

  it('a dial step takes its 35 to 55 ms', async () => {
    await post('/agc/vicidial.php', agent);
    const { session_name } = dialer.world.web_client_sessions.at(-1)!;
    const step = post('/agc/vdc_db_query.php', {
      user: '1000',
      session_name,
      ACTION: 'dial',
      phone_number: '7275551313',
      search: 'YES',
    });
    const row = dialer.world.live_agents.find(({ user }) => user === '1000')!;
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(row.status).toBe('PAUSED');
    expect(JSON.parse(await step)).toMatchObject({ kind: 'calling', lead: { lead_id: '2002' } });
    expect(row.status).toBe('INCALL');
  });

  it('a step of a screen that is not current changes nothing', async () => {
    await post('/agc/vicidial.php', agent);
    expect(await post('/agc/vdc_db_query.php', { user: '1000', session_name: 'x', ACTION: 'ready' })).toBe('');
    expect(await post('/agc/vdc_db_query.php', { user: '1000', session_name: 'x', ACTION: 'toString' })).toBe('');
    expect(dialer.world.live_agents.find(({ user }) => user === '1000')?.status).toBe('PAUSED');
  });
});

describe('control', () => {
  it('opens a screen for an agent, his phone in the session, and says who does not exist', async () => {
    const page = await (await fetch(`${dialer.url}/control/screen?user=1001&campaign=QCAMP&webphone=Y`)).text();
    const fields = Object.fromEntries(
      [...page.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
    );
    expect(fields).toMatchObject({ VD_login: '1001', VD_campaign: 'QCAMP' });
    expect(await post('/agc/vicidial.php', fields)).toContain('id="webphone"');
    expect(dialer.telephone.phones.isInSession('1001')).toBe(true);
    expect((await fetch(`${dialer.url}/control/screen?user=nobody`)).status).toBe(400);
  });

  it('plans, answers and ends calls', async () => {
    await post('/agc/vicidial.php', agent);
    await control('telephone/plan', { number: '7275551313', outcome: 'noAnswer' });
    const { session_name } = dialer.world.web_client_sessions.at(-1)!;
    await post('/agc/vdc_db_query.php', {
      user: '1000',
      session_name,
      ACTION: 'dial',
      phone_number: '7275551313',
      search: 'YES',
    });
    expect((await control('telephone/answer', { which: '7275551313' })).answer).toMatchObject({ count: 1 });
    const state: unknown = await (await fetch(`${dialer.url}/control/telephone`)).json();
    expect(state).toMatchObject({ alive: true, calls: [{ user: '1000', state: 'answered' }] });
    expect((await control('telephone/hang-up', {})).answer).toMatchObject({ count: 1 });
    expect((await control('telephone/plan', { outcome: 'maybe' })).status).toBe(400);
  });

  it('moves phones and the heartbeat', async () => {
    await control('telephone/join', { user: '1000' });
    expect(dialer.telephone.phones.isInSession('1000')).toBe(true);
    await control('telephone/leave', { user: '1000' });
    expect(dialer.telephone.phones.isInSession('1000')).toBe(false);
    await control('telephone/rule', { user: '1000', rule: 'always' });
    expect(dialer.telephone.phones.isInSession('1000')).toBe(true);
    await control('telephone/alive', { alive: false });
    expect(dialer.telephone.isAlive()).toBe(false);
    expect((await control('telephone/rule', { user: '1000', rule: 'sometimes' })).status).toBe(400);
    expect((await control('telephone/join', {})).status).toBe(400);
  });

  it('changes settings and hands calls over, and forgets all on reset', async () => {
    await control('screen/settings', { agentDisable: false, user: '1000', webphone: 'N' });
    expect(dialer.screens.options.agentDisable).toBe(false);
    expect(dialer.screens.phones.of('1000').webphone).toBe('N');
    expect((await control('screen/hand-over', { user: '1004', leadId: '2002' })).answer).toEqual({ done: true });
    expect((await control('screen/hand-over', { user: '1004', leadId: '2002' })).answer).toEqual({ done: false });
    dialer.reset();
    expect(dialer.screens.options.agentDisable).toBe(true);
    expect(dialer.screens.phones.of('1000').webphone).toBe('Y_API_LAUNCH');
  });
});
