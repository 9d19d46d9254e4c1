import * as v from 'valibot';
import { panelRequestSchemas } from '../../messages/requests.ts';
import type { SignInRequest, UnlockRequest } from '../../messages/sign-in.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { UnlockFailure, Vault } from '../../vault/vault.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';
import { createSerialQueue } from '../serial-queue.ts';

/**
 * The sign-in of this device, sealed under a PIN. The server's address is sealed with the password: what lies in clear on
 * the disk could be changed there, and the password would go to whoever did.
 */
export interface RememberedLogin {
  isThere(): Promise<boolean>;
  /** Remembers a sign-in that has succeeded, or forgets the one before when it came without a PIN. */
  keep(request: SignInRequest): Promise<void>;
  /** The sign-in as it was made, ready to be made again. */
  open(unlock: UnlockRequest): Promise<Result<SignInRequest, UnlockFailure>>;
  forget(): Promise<void>;
  /** Forgets a password that the dialer calls wrong: it must not be tried again at every start of the browser. */
  forgetWhen(refusal: VicidialFailure): Promise<void>;
}

export function createRememberedLogin(vault: Vault): RememberedLogin {
  const inTurn = createSerialQueue();
  const parse = (text: string) => v.safeParse(panelRequestSchemas['session.signIn'], JSON.parse(text));

  return {
    isThere: () => vault.isFilled(),
    keep: ({ pin, ...request }) =>
      inTurn(() => (pin === null ? vault.wipe() : vault.remember(pin, JSON.stringify({ ...request, pin: null })))),
    open: ({ pin, allowInsecure }) =>
      inTurn(async () => {
        const text = await vault.unlock(pin);
        if (!text.ok) return text;
        const request = parse(text.value);
        if (request.success) return ok({ ...request.output, allowInsecure });
        // Sealed by a version that knew other fields.
        await vault.wipe();
        return fail({ code: 'nothingRemembered' });
      }),
    forget: () => inTurn(() => vault.wipe()),
    forgetWhen: async ({ code }) => {
      if (code === 'badCredentials') await inTurn(() => vault.wipe());
    },
  };
}
