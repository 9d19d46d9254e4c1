import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { SiteAnswer } from '../../../components/first-run/site-step.tsx';
import type { FindProblem, FoundServer } from '../../../lib/messages/protocol.ts';
import { hostOf } from '../../../lib/read-url.ts';
import { fail, ok, type Result } from '../../../lib/result.ts';
import { NO_POLICY } from '../../../lib/settings/policy.ts';
import {
  CRM,
  FOUND,
  onAddSite,
  onAllowSite,
  onFind,
  onPhoneHeard,
  press,
  showPage,
  title,
} from './first-run-stage.tsx';
import { control, hide } from './mount.tsx';
import { agentIn, SCREEN, SIGNED_IN } from './panel-states.ts';
import { field, note, words } from './sign-in-stage.tsx';

beforeEach(() => {
  vi.clearAllMocks();
  onFind.mockResolvedValue(ok(FOUND));
  onAddSite.mockResolvedValue('on');
});
afterEach(hide);

it('goes by keyboard from a pasted address to the form that signs in, for the server that was found', async () => {
  showPage();
  expect(document.activeElement).toBe(field('Server address'));
  await userEvent.keyboard('https://dialer.example.com/agc/vicidial.php?VD_login=1000&VD_pass=secret1{Enter}');
  await expect.poll(words).toContain('The form for https://dialer.example.com');
  expect(onFind).toHaveBeenCalledExactlyOnceWith('https://dialer.example.com/agc/vicidial.php', false);
  expect(control('button', /Dialer/).getAttribute('aria-current')).toBeNull();
  expect(control('button', /Sign in/).getAttribute('aria-current')).toBe('step');
  press('Back');
  await expect.poll(words).toContain('VICIdial 2.14-82 answers at dialer.example.com.');
  expect(field('Server address').value).toBe('https://dialer.example.com');
});

it('asks once, however often it is pressed', async () => {
  let answer = (_: Result<FoundServer, FindProblem>) => {};
  onFind.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  showPage();
  await userEvent.fill(field('Server address'), 'dialer.example.com');
  press('Find VICIdial');
  await expect.poll(words).toContain('Looking for VICIdial… If your browser asks for a permission, give it.');
  press('Find VICIdial');
  expect(onFind).toHaveBeenCalledOnce();
  answer(ok(FOUND));
  await expect.poll(title).toBe('Sign in as in the agent screen');
});

it.each<[FindProblem, string]>([
  [
    { code: 'vicidial', failure: { code: 'notVicidial' }, origin: 'https://shop.example.com' },
    'shop.example.com answers, but VICIdial is not in its usual folders',
  ],
  [
    { code: 'vicidial', failure: { code: 'unreachable' }, origin: 'https://nowhere.example.com' },
    'No connection to the dialer at https://nowhere.example.com',
  ],
  [{ code: 'permissionMissing', origin: 'https://dialer.example.com' }, 'Without the browser’s permission'],
  [{ code: 'server', problem: { code: 'empty' } }, 'Enter the address'],
])('says of %j what to do, beside what was typed', async (problem, said) => {
  onFind.mockResolvedValue(fail(problem));
  showPage();
  await userEvent.fill(field('Server address'), 'shop.example.com');
  press('Find VICIdial');
  await expect.poll(() => note('Server address')).toContain(said);
  expect(field('Server address').value).toBe('shop.example.com');
  expect(title()).toBe('Where is your VICIdial?');
});

it('takes the word for plain http in a private network, for this address alone', async () => {
  onFind.mockResolvedValue(fail({ code: 'server', problem: { code: 'insecurePrivate', host: '10.0.0.5' } }));
  showPage();
  await userEvent.fill(field('Server address'), '10.0.0.5');
  press('Find VICIdial');
  await expect.poll(() => document.querySelector('input[type=checkbox]')).not.toBeNull();
  await userEvent.click(document.querySelector('input[type=checkbox]')!);
  press('Find VICIdial');
  await expect.poll(() => onFind.mock.lastCall).toEqual(['10.0.0.5', true]);
  await userEvent.fill(field('Server address'), '10.0.0.6');
  press('Find VICIdial');
  await expect.poll(() => onFind.mock.lastCall).toEqual(['10.0.0.6', false]);
});

describe('a server that is named', () => {
  it('by a link is shown, doubted, and asked nothing until the agent agrees', async () => {
    showPage({ hint: { server: 'https://evil.example', from: 'link', isLocked: false } });
    expect(words()).toContain('The link you opened names this dialer: evil.example.');
    expect(words()).toContain('whoever runs that server gets your user and password');
    expect(onFind).not.toHaveBeenCalled();
    press('Type another address');
    await expect.poll(() => field('Server address')?.value).toBe('');
    expect(onFind).not.toHaveBeenCalled();
  });

  it('by a link gives the focus to the field when it is left by keyboard, and when it was no dialer', async () => {
    const hint = { server: 'https://shop.example', from: 'link', isLocked: false } as const;
    const isAtField = () => document.activeElement === field('Server address');
    showPage({ hint });
    control('button', 'Type another address').focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(isAtField).toBe(true);
    hide();
    onFind.mockResolvedValue(fail({ code: 'server', problem: { code: 'empty' } }));
    showPage({ hint });
    control('button', 'Use shop.example').focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(isAtField).toBe(true);
  });

  it('by a link is doubted again where the password is typed, and one that was typed is not', async () => {
    showPage({ hint: { server: FOUND.server, from: 'link', isLocked: false } });
    press(`Use ${hostOf(FOUND.server)}`);
    await expect.poll(title).toBe('Sign in as in the agent screen');
    expect(words()).toContain(`The link you opened names this dialer: ${hostOf(FOUND.server)}.`);
    hide();
    showPage({ hint: { server: 'https://evil.example', from: 'link', isLocked: false } });
    press('Type another address');
    await expect.poll(() => field('Server address')?.value).toBe('');
    await userEvent.fill(field('Server address'), 'dialer.example.com');
    press('Find VICIdial');
    await expect.poll(title).toBe('Sign in as in the agent screen');
    expect(words()).not.toContain('The link you opened');
  });

  it('by the company takes one press, and no other where it is locked', async () => {
    showPage({ hint: { server: 'dialer.example.com', from: 'company', isLocked: true } });
    expect(document.querySelectorAll('.first-step button')).toHaveLength(1);
    press('Use dialer.example.com');
    await expect.poll(() => onFind.mock.lastCall).toEqual(['dialer.example.com', false]);
    await expect.poll(title).toBe('Sign in as in the agent screen');
  });
});

describe('the steps', () => {
  it('begin where the agent is, and can be left out and come back to', async () => {
    showPage({ state: { connection: SIGNED_IN } });
    expect(title()).toBe('Can you hear and be heard?');
    press('Skip this step');
    await expect.poll(title).toBe('Where do you see phone numbers?');
    expect(document.activeElement?.textContent).toBe('Where do you see phone numbers?');
    press(/^.?Sign in/);
    await expect.poll(words).toContain('You are signed in as');
    expect(document.querySelector('[aria-current=step]')?.textContent).toContain('done');
  });

  it('go on by themselves once the agent has signed in', async () => {
    showPage();
    press(/Sign in/);
    await expect.poll(title).toBe('Sign in as in the agent screen');
    showPage({ state: { connection: SIGNED_IN } });
    await expect.poll(title).toBe('Can you hear and be heard?');
  });
});

describe('the phone', () => {
  const isTicked = () => document.querySelectorAll('.first-steps > li')[2]?.getAttribute('data-done') === 'true';
  const said = 'Yes, my phone is connected';

  it('is not ticked by a ring or by the microphone, but by the agent’s own word, and waits for no ring then', async () => {
    showPage({ state: { connection: SIGNED_IN, microphoneHeard: true } });
    press('Ring my phone');
    await expect.poll(words).toContain('The dialer rings your phone');
    showPage({ state: { connection: SIGNED_IN, microphoneHeard: true, rungAt: Date.now() } });
    expect(isTicked()).toBe(false);
    control('button', said).focus();
    press(said);
    expect(onPhoneHeard).toHaveBeenCalledOnce();
    showPage({ state: { connection: SIGNED_IN, phoneHeard: true } });
    await expect.poll(words).toContain('Your phone is connected');
    expect([isTicked(), words().includes(said)]).toEqual([true, false]);
    expect(words()).not.toContain('The dialer rings your phone');
    expect(document.activeElement?.getAttribute('role')).toBe('status');
  });

  it('is ticked no more once the agent screen finds the session empty, or has nobody logged in', async () => {
    const empty = { ...SCREEN, boxes: ['emptySession'] } as const;
    showPage({ state: { connection: SIGNED_IN, phoneHeard: true, screen: empty } });
    expect([isTicked(), words().includes(said)]).toEqual([false, true]);
    showPage({ state: { connection: SIGNED_IN, phoneHeard: true, agent: agentIn('notLoggedIn') } });
    await expect.poll(() => words().includes(said)).toBe(false);
    expect(isTicked()).toBe(false);
  });
});

describe('the site of the CRM', () => {
  const heard = { connection: SIGNED_IN, phoneHeard: true } as const;

  it('is turned on by its address', async () => {
    showPage({ state: heard });
    await userEvent.fill(field('Address of your CRM'), 'https://crm.example.com/contacts');
    press('Turn on');
    await expect.poll(() => onAddSite.mock.lastCall).toEqual(['https://crm.example.com/contacts']);
    showPage({ state: heard, sites: [CRM] });
    await expect.poll(words).toContain('Numbers are found on crm.example.com.');
  });

  it.each<[SiteAnswer, string]>([
    ['refused', 'Without the browser’s permission Dialside finds no numbers there'],
    ['notSite', 'This is no address of a web page'],
  ])('is not where that was %s, and says so', async (answer, said) => {
    onAddSite.mockResolvedValue(answer);
    showPage({ state: heard });
    await userEvent.fill(field('Address of your CRM'), 'my crm');
    press('Turn on');
    await expect.poll(() => note('Address of your CRM')).toContain(said);
  });

  it('that the company has set waits for one press', async () => {
    showPage({
      state: heard,
      sites: [{ ...CRM, waitsForPermission: true }],
      policy: { ...NO_POLICY, locked: ['sites'] },
    });
    expect(document.querySelector('[name=site]')).toBeNull();
    control('button', 'Allow crm.example.com').focus();
    await userEvent.keyboard('{Enter}');
    expect(onAllowSite).toHaveBeenCalledExactlyOnceWith(CRM.patterns);
    showPage({ state: heard, sites: [CRM], policy: { ...NO_POLICY, locked: ['sites'] } });
    expect(document.activeElement?.textContent).toBe('Numbers are found on crm.example.com.');
  });
});
