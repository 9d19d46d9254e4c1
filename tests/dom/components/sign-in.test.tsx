import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { emptyDraft, parseDraft, type SignInDraft } from '../../../components/sign-in/sign-in-draft.ts';
import { fail, ok } from '../../../lib/result.ts';
import { control, hide } from './mount.tsx';
import { FILLED, field, note, onDraft, onSignIn, showForm, words } from './sign-in-stage.tsx';

beforeEach(() => {
  vi.clearAllMocks();
  onSignIn.mockResolvedValue(ok(null));
});
afterEach(hide);

describe('an address that is pasted with what an agent screen was opened with', () => {
  it.each([
    [
      'https://dialer.example.com/agc/vicidial.php?VD_login=6666&VD_pass=x#top',
      'https://dialer.example.com/agc/vicidial.php',
    ],
    ['dialer.example.com#VD_pass=x', 'dialer.example.com'],
    ['https://6666:x@dialer.example.com/agc', 'https://dialer.example.com/agc'],
    ['https://dialer.example.com/agc/@x', 'https://dialer.example.com/agc/@x'],
  ])('%j leaves %j, on the form and in its draft', async (pasted, kept) => {
    showForm();
    await userEvent.fill(field('Server address'), pasted);
    expect(field('Server address').value).toBe(kept);
    expect(onDraft.mock.lastCall?.[0].server).toBe(kept);
  });
});

describe('signing in by keyboard', () => {
  it('takes three fields and Enter', async () => {
    showForm();
    await userEvent.keyboard('dialer.example.com{Tab}6666{Tab}s3cret{Enter}');
    expect(onSignIn).toHaveBeenCalledExactlyOnceWith({
      server: 'dialer.example.com',
      agentPath: '',
      nonAgentPath: '',
      allowInsecure: false,
      user: '6666',
      password: 's3cret',
      agentUser: '',
      region: 'US',
      dialMethod: 'unknown',
      statusCredential: null,
      pin: null,
    });
  });

  it('starts at the password for a remembered agent', () => {
    showForm(FILLED);
    expect(field('Password').matches(':focus')).toBe(true);
  });

  it('asks inside the gesture, so that the browser lets the permission be asked for', async () => {
    let inGesture = false;
    onSignIn.mockImplementation(async () => {
      inGesture = navigator.userActivation.isActive;
      return ok(null);
    });
    showForm(FILLED);
    await userEvent.keyboard('s3cret{Enter}');
    expect(inGesture).toBe(true);
  });

  it('is sent once however often Enter is pressed', async () => {
    onSignIn.mockReturnValue(new Promise(() => {}));
    showForm(FILLED);
    await userEvent.keyboard('s3cret{Enter}{Enter}{Enter}');
    expect(onSignIn).toHaveBeenCalledOnce();
    expect(control('button', 'Connecting…').getAttribute('aria-disabled')).toBe('true');
  });
});

describe('remembering on this device', () => {
  it('is not done unless asked for', async () => {
    showForm(FILLED);
    await userEvent.keyboard('s3cret{Enter}');
    expect(onSignIn.mock.calls[0]?.[0].pin).toBeNull();
  });

  it('takes a PIN of six characters, and sends nothing with a shorter one or one that is easily guessed', async () => {
    showForm(FILLED);
    await userEvent.keyboard('s3cret');
    await userEvent.click(control('label.check', 'Remember on this device'));
    await userEvent.fill(field('PIN for this device'), '12345');
    await userEvent.keyboard('{Enter}');
    expect(note('PIN for this device')).toBe('A PIN has at least 6 characters.');
    await userEvent.fill(field('PIN for this device'), '123456');
    await userEvent.keyboard('{Enter}');
    expect(note('PIN for this device')).toContain('among the first that anybody would try');
    expect(onSignIn).not.toHaveBeenCalled();
    await userEvent.fill(field('PIN for this device'), '493817');
    await userEvent.keyboard('{Enter}');
    expect(onSignIn.mock.calls[0]?.[0].pin).toBe('493817');
    expect(JSON.stringify(onDraft.mock.calls)).not.toContain('493817');
  });
});

it('marks each empty field, and puts the caret into the first', async () => {
  showForm({});
  await userEvent.click(control('button', 'Connect'));
  const invalid = [...document.querySelectorAll<HTMLInputElement>('[aria-invalid=true]')].map(({ name }) => name);
  expect(invalid).toEqual(['server', 'username', 'password']);
  expect(field('Server address').matches(':focus')).toBe(true);
  expect(onSignIn).not.toHaveBeenCalled();
});

describe('an address', () => {
  it.each([
    ['', 'Enter the address of your dialer'],
    ['not a url', 'This is not a server address.'],
    ['ftp://dialer.example.com', 'The address must begin with https://.'],
    ['https://6666:pass@dialer.example.com', 'The address holds a user or password.'],
    ['http://dialer.example.com', 'would be reached without encryption over the internet'],
    ['http://192.168.1.20', 'Tick the box below to connect anyway.'],
  ])('%j is refused in place, before anything is asked or sent', async (server, sentence) => {
    showForm({ server, user: '6666' });
    await userEvent.fill(field('Password'), 's3cret');
    await userEvent.keyboard('{Enter}');
    expect(note('Server address')).toContain(sentence);
    expect(field('Server address').getAttribute('aria-invalid')).toBe('true');
    expect(field('Server address').matches(':focus')).toBe(true);
    expect(onSignIn).not.toHaveBeenCalled();
  });

  it.each(['dialer.example.com/agc/vicidial.php', 'http://localhost:8180'])('%j is accepted', async (server) => {
    showForm({ server, user: '6666' });
    await userEvent.keyboard('s3cret{Enter}');
    expect(onSignIn.mock.calls[0]?.[0].server).toBe(server);
  });

  it('without encryption is allowed on a private network, by a tick that holds once', async () => {
    onSignIn.mockResolvedValue(fail({ code: 'vicidial', failure: { code: 'badCredentials' } }));
    showForm({ server: 'http://192.168.1.20', user: '6666' });
    await userEvent.keyboard('s3cret{Enter}');
    await userEvent.click(control('label.check', /accept that the password travels unencrypted/));
    await userEvent.click(control('button', 'Connect'));
    expect(onSignIn.mock.calls.map(([request]) => request.allowInsecure)).toEqual([true]);
    await expect.poll(words).toContain('Wrong user or password.');
    await userEvent.click(control('button', 'Connect'));
    expect(onSignIn).toHaveBeenCalledOnce();
    expect(note('Server address')).toContain('Tick the box below');
  });

  it('that is edited needs its own tick', async () => {
    showForm({ server: 'http://192.168.1.20', user: '6666' });
    await userEvent.keyboard('s3cret{Enter}');
    await userEvent.click(control('label.check', /unencrypted/));
    await userEvent.fill(field('Server address'), 'http://192.168.1.21');
    await userEvent.keyboard('{Enter}');
    expect(onSignIn).not.toHaveBeenCalled();
    expect(note('Server address')).toContain('192.168.1.21');
  });
});

describe('a password', () => {
  it('with signs VICIdial removes is warned of before it is sent, and may be sent', async () => {
    showForm(FILLED);
    await userEvent.keyboard('pass!word');
    expect(note('Password')).toContain('VICIdial drops some of these characters');
    expect(field('Password').getAttribute('aria-invalid')).toBe('false');
    await userEvent.keyboard('{Enter}');
    expect(onSignIn).toHaveBeenCalledOnce();
  });

  it('is hidden until it is asked for', async () => {
    showForm(FILLED);
    await userEvent.keyboard('s3cret');
    expect(field('Password').type).toBe('password');
    await userEvent.click(control('button', 'Show password'));
    expect(field('Password').type).toBe('text');
    expect(field('Password').value).toBe('s3cret');
  });

  it('is in no draft', async () => {
    showForm();
    await userEvent.keyboard('dialer.example.com{Tab}6666{Tab}s3cret');
    await userEvent.click(document.querySelector('summary') as Element);
    await userEvent.fill(field('Status user'), 'watcher');
    await userEvent.fill(field('Status password'), 'hush99');
    expect(onDraft.mock.lastCall?.[0]).toMatchObject({ ...FILLED, statusUser: 'watcher' });
    expect(JSON.stringify(onDraft.mock.calls)).not.toMatch(/s3cret|hush99/);
  });

  it.each([
    ['badCredentials', 'Password', 'It was tried once; earlier failures count as well'],
    ['lockedOut', 'User', 'Wait 15 minutes'],
    ['noApiAccess', 'User', 'may not use the API'],
    ['notVicidial', 'Server address', 'not VICIdial’s'],
    ['unreachable', 'Server address', 'No connection to the dialer at https://dialer.example.com. Check the address'],
  ] as const)('refused as %s is explained at the field %s and not sent again', async (code, label, sentence) => {
    onSignIn.mockResolvedValue(fail({ code: 'vicidial', failure: { code } }));
    showForm(FILLED);
    await userEvent.keyboard('s3cret{Enter}');
    await expect.poll(() => note(label)).toContain(sentence);
    expect(field(label).matches(':focus')).toBe(true);
    expect(onSignIn).toHaveBeenCalledOnce();
  });

  it('that is refused keeps the word on its signs: they may be why', async () => {
    onSignIn.mockResolvedValue(fail({ code: 'vicidial', failure: { code: 'badCredentials' } }));
    showForm(FILLED);
    await userEvent.keyboard('pass!word{Enter}');
    await expect.poll(() => note('Password')).toContain('Wrong user or password.');
    expect(note('Password')).toContain('VICIdial drops some of these characters');
  });

  it('is told without the address where another thing went wrong', async () => {
    onSignIn.mockResolvedValue(fail({ code: 'vicidial', failure: { code: 'notVicidial' } }));
    showForm(FILLED);
    await userEvent.keyboard('s3cret{Enter}');
    await expect.poll(() => note('Server address')).toContain('not VICIdial’s');
    expect(note('Server address')).not.toContain('https://dialer.example.com');
  });

  it('refused in another language is explained below the form', async () => {
    onSignIn.mockResolvedValue(fail({ code: 'vicidial', failure: { code: 'translated' } }));
    showForm(FILLED);
    await userEvent.keyboard('s3cret{Enter}');
    await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toContain('another language');
  });
});

describe('the status login', () => {
  it('is sent as a credential of its own', async () => {
    showForm({ ...FILLED, statusUser: 'watcher' });
    await userEvent.click(document.querySelector('summary') as Element);
    await userEvent.fill(field('Status password'), 'hush99');
    await userEvent.fill(field('Password'), 's3cret');
    await userEvent.keyboard('{Enter}');
    expect(onSignIn.mock.calls[0]?.[0].statusCredential).toEqual({ user: 'watcher', password: 'hush99' });
  });

  it.each([
    [{ statusUser: 'watcher' }, 'Enter both user and password'],
    [{ statusUser: '6666' }, 'Enter both user and password'],
  ])('%j without a password is refused where it is typed', async (draft, sentence) => {
    showForm({ ...FILLED, ...draft });
    await userEvent.keyboard('s3cret{Enter}');
    expect(note('Status user')).toContain(sentence);
    expect(document.querySelector('details')?.open).toBe(true);
    expect(field('Status user').matches(':focus')).toBe(true);
  });

  it('is never the agent’s own: each status check would count as a failed login', async () => {
    showForm({ ...FILLED, statusUser: '6666' });
    await userEvent.click(document.querySelector('summary') as Element);
    await userEvent.fill(field('Status password'), 's3cret');
    await userEvent.fill(field('Password'), 's3cret');
    await userEvent.keyboard('{Enter}');
    expect(note('Status user')).toContain('Use another login than the agent’s');
    expect(onSignIn).not.toHaveBeenCalled();
  });
});

describe('a stored draft', () => {
  const fallback = { ...emptyDraft('US'), server: 'old.example.com' };

  it('comes back as it was typed', () => {
    const typed: SignInDraft = { ...emptyDraft('GB'), ...FILLED, dialMethod: 'manual' };
    expect(parseDraft(JSON.parse(JSON.stringify(typed)), fallback)).toEqual(typed);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'draft'],
    ['other kinds', { server: 7, dialMethod: 'later', region: null }],
  ])('of %s leaves the form as it would be', (_name, stored) => {
    expect(parseDraft(stored, fallback)).toEqual(fallback);
  });
});

describe('in a browser that forgets everything when it closes', () => {
  it('the form says so, and offers to remember nothing', () => {
    showForm({}, null, { isForgetful: true });
    expect(words()).toContain('This browser never remembers history.');
    expect(words()).not.toContain('Remember on this device');
  });

  it('it is not said of any other', () => {
    showForm();
    expect(words()).not.toContain('never remembers history');
    expect(words()).toContain('Remember on this device');
  });
});
