import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { emptyDraft, parseDraft } from '../../../components/sign-in/sign-in-draft.ts';
import { ok } from '../../../lib/result.ts';
import { control, hide } from './mount.tsx';
import { field, note, onDraft, onSignIn, showForm, words } from './sign-in-stage.tsx';

beforeEach(() => {
  vi.clearAllMocks();
  onSignIn.mockResolvedValue(ok(null));
});
afterEach(hide);

describe('signing in by the company’s relay', () => {
  it('is explained before it is chosen, and says what to do once it is', async () => {
    showForm({ server: 'relay.example.com' });
    expect(words()).toContain('Only if your administrator gave you its address');
    await userEvent.click(control('label.check', 'My company’s relay signs me in'));
    expect(words()).not.toContain('Only if your administrator gave you its address');
    expect(words()).toContain('Sign in at this address in a tab first');
  });

  it('asks for an address alone, and sends what stands in no other field', async () => {
    showForm({ server: 'relay.example.com', user: '6666' });
    await userEvent.fill(field('Password'), 's3cret');
    await userEvent.click(control('label.check', 'My company’s relay signs me in'));
    expect(
      [...document.querySelectorAll('input:not([type=checkbox])')].map((input) => input.getAttribute('name')),
    ).toEqual(['server']);
    await userEvent.click(control('button', 'Connect'));
    expect(onSignIn).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ server: 'relay.example.com', relay: '', user: '', password: '', pin: null }),
    );
  });

  it.each([
    ['relay.example.com/phone', 'https://relay.example.com/phone'],
    ['javascript:alert(1)', null],
    ['http://relay.example.com', null],
    ['', null],
  ])('leads from %j to the sign-in page at %j', (server, href) => {
    showForm({ server, relay: '' });
    expect(document.querySelector('a')?.getAttribute('href') ?? null).toBe(href);
  });

  it('says what to do when the relay knows nobody', () => {
    showForm({ server: 'relay.example.com', relay: '' }, { code: 'vicidial', failure: { code: 'relaySignedOut' } });
    expect(note('Server address')).toContain('sign in there as usual');
  });

  it('is kept in the draft, and forgets the path with another address', async () => {
    expect(parseDraft({ relay: '/phone' }, emptyDraft('US')).relay).toBe('/phone');
    expect(parseDraft({}, { ...emptyDraft('US'), relay: '/phone' }).relay).toBeUndefined();
    showForm({ server: 'relay.example.com', relay: '/phone' });
    await userEvent.fill(field('Server address'), 'other.example.com');
    expect(onDraft.mock.lastCall?.[0]).toMatchObject({ server: 'other.example.com', relay: '' });
  });
});
