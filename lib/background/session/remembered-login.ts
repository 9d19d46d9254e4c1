import * as v from 'valibot';
import { panelRequestSchemas } from '../../messages/requests.ts';
import type { SignInRequest, UnlockRequest } from '../../messages/sign-in.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { UnlockFailure, Vault } from '../../vault/vault.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';
import { createSerialQueue } from '../serial-queue.ts';
import type { RefusedLogin } from './refused-login.ts';

/** A sign-in as it was made, ready to be made again. */
export interface OpenedLogin {
  readonly request: SignInRequest;
  /** It was made with a second login, of whose user the dialer has called one wrong since then, this or another: it goes without. */
  readonly isSecondRefused: boolean;
}

/**
 * The sign-in of this device, sealed under a PIN. The server's address is sealed with the password: what lies in clear on
 * the disk could be changed there, and the password would go to whoever did.
 */
export interface RememberedLogin {
  isThere(): Promise<boolean>;
  /** Remembers a sign-in that has succeeded, or forgets the one before when it came without a PIN. */
  keep(request: SignInRequest): Promise<void>;
  open(unlock: UnlockRequest): Promise<Result<OpenedLogin, UnlockFailure>>;
  forget(): Promise<void>;
  /** Forgets a password that the dialer calls wrong: it must not be tried again at every start of the browser. */
  forgetWhen(refusal: VicidialFailure): Promise<void>;
  /**
   * The sign-in goes on without the second login, where the dialer calls the password of that user wrong. It is sealed, and the PIN
   * is not at hand: so the user is noted, and whether it is his is seen when it is opened.
   */
  dropSecond(refused: Pick<RefusedLogin, 'credentials' | 'failure'>): Promise<void>;
}

export function createRememberedLogin(vault: Vault): RememberedLogin {
  const inTurn = createSerialQueue();
  const parse = (text: string) => v.safeParse(panelRequestSchemas['session.signIn'], JSON.parse(text));
  const withoutRefused = async (request: SignInRequest): Promise<OpenedLogin> => {
    const { statusCredential } = request;
    const isSecondRefused = statusCredential !== null && (await vault.isBarred(statusCredential.user));
    return { request: isSecondRefused ? { ...request, statusCredential: null } : request, isSecondRefused };
  };

  return {
    isThere: () => vault.isFilled(),
    keep: ({ pin, ...request }) =>
      inTurn(() => (pin === null ? vault.wipe() : vault.remember(pin, JSON.stringify({ ...request, pin: null })))),
    open: ({ pin, allowInsecure }) =>
      inTurn(async () => {
        const text = await vault.unlock(pin);
        if (!text.ok) return text;
        const request = parse(text.value);
        if (request.success) return ok(await withoutRefused({ ...request.output, allowInsecure }));
        // Sealed by a version that knew other fields.
        await vault.wipe();
        return fail({ code: 'nothingRemembered' });
      }),
    forget: () => inTurn(() => vault.wipe()),
    forgetWhen: async ({ code }) => {
      if (code === 'badCredentials') await inTurn(() => vault.wipe());
    },
    dropSecond: async ({ credentials, failure: { code } }) => {
      if (code !== 'badCredentials') return;
      // What cannot be noted would be sent again; a full disk still gives away.
      await inTurn(() => vault.bar(credentials.user).catch(() => vault.wipe()));
    },
  };
}
