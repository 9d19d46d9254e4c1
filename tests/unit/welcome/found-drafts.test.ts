import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createFoundDrafts, STORED_DRAFTS } from '../../../entrypoints/popup/sign-in.ts';
import type { RememberedConnection } from '../../../lib/messages/panel-state.ts';
import { NO_POLICY } from '../../../lib/settings/policy.ts';
import type { ServerUrl } from '../../../lib/vicidial/wire/server-url.ts';

const FOUND = {
  server: 'https://found.example' as ServerUrl,
  agentPath: '/agc/api.php',
  nonAgentPath: '/vici/non_agent_api.php',
  version: '2.14-82',
  build: '250122-1010',
};
const REMEMBERED: RememberedConnection = {
  server: 'https://dialer.example.com',
  agentPath: '/old/api.php',
  nonAgentPath: '',
  user: '1000',
  agentUser: '',
  region: 'US',
  dialMethod: 'unknown',
};

beforeEach(async () => {
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-US');
  await browser.storage.session.clear();
});

describe('the form for a server that was found', () => {
  it('begins with it, and leaves every other form as it was', async () => {
    const drafts = createFoundDrafts(FOUND);
    const draft = await drafts.load(REMEMBERED, NO_POLICY);
    expect(draft).toMatchObject({
      server: FOUND.server,
      agentPath: '',
      nonAgentPath: FOUND.nonAgentPath,
      user: '1000',
    });
    drafts.save({ ...draft, user: '2000' });
    expect(await drafts.load(REMEMBERED, NO_POLICY)).toMatchObject({ server: FOUND.server, user: '2000' });
    expect(await browser.storage.session.get()).toEqual({});
    expect(await STORED_DRAFTS.load(REMEMBERED, NO_POLICY)).toMatchObject(REMEMBERED);
  });

  it('has neither the relay of another server nor the paths that the company suggests for it', async () => {
    const values = { server: 'company.example', agentPath: '/company/api.php', nonAgentPath: '/company/non.php' };
    const policy = { ...NO_POLICY, values: { ...values, relay: true } };
    const draft = await createFoundDrafts(FOUND).load({ ...REMEMBERED, relay: '/relay' }, policy);
    expect(draft).toMatchObject({ server: FOUND.server, agentPath: '', nonAgentPath: FOUND.nonAgentPath });
    expect(draft.relay).toBeUndefined();
    const drafts = createFoundDrafts(FOUND);
    drafts.save(draft);
    expect(await drafts.load(null, policy)).toEqual(draft);
  });

  it('has what the company has locked', async () => {
    const values = { server: 'company.example', agentPath: '/company/api.php', nonAgentPath: '/company/non.php' };
    const locked = ['server', 'agentPath', 'nonAgentPath', 'relay'] as const;
    const policy = { ...NO_POLICY, values: { ...values, relay: true }, locked };
    expect(await createFoundDrafts(FOUND).load(null, policy)).toMatchObject({ ...values, relay: '' });
  });
});
