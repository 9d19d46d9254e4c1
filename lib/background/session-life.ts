import type { SignInProblem, SignInRequest, UnlockProblem, UnlockRequest } from '../messages/sign-in.ts';
import { forgetSession } from '../platform/device-storage.ts';
import { browser } from '../platform/extension-api.ts';
import { fail, type Result } from '../result.ts';
import type { Services } from './services.ts';

/** Signs an agent in with what was typed, and remembers it where that was wished. */
export async function signIn(services: Services, request: SignInRequest): Promise<Result<null, SignInProblem>> {
  const signedIn = await begin(services, request);
  if (signedIn.ok) await services.remembered.keep(request);
  return signedIn;
}

/** Signs an agent in with what this device remembers under a PIN. */
export async function unlock(services: Services, request: UnlockRequest): Promise<Result<null, UnlockProblem>> {
  const { remembered } = services;
  const opened = await remembered.open(request);
  if (!opened.ok) return fail({ code: 'vault', failure: opened.failure });
  const signedIn = await begin(services, opened.value);
  if (!signedIn.ok && 'failure' in signedIn.failure) await remembered.forgetWhen(signedIn.failure.failure);
  return signedIn;
}

/** A session, with all that goes along with one. */
async function begin(
  { session, screenScript, sites, store, keptCalls }: Services,
  request: SignInRequest,
): Promise<Result<null, SignInProblem>> {
  const signedIn = await session.signIn(request);
  const { connection } = store.current();
  if (!signedIn.ok || !connection) return signedIn;
  await keptCalls.restore();
  const openScreens = await screenScript.start(connection);
  await store.keep({ beganWithoutScreen: openScreens === 0 });
  await sites.register();
  return signedIn;
}

/** Ends the session and forgets its secrets; a dial under way is told first. */
export async function signOut({ session, dials }: Services): Promise<null> {
  await dials.signingOut();
  return session.signOut();
}

/** Leaves nothing on this device, as if Dialside had just been installed; also gives back what the browser has granted. */
export async function wipe(services: Services): Promise<null> {
  await erase(services);
  await services.settings.forget();
  const { origins = [] } = await browser.permissions.getAll();
  // Of a company's own installation some may stay.
  if (origins.length > 0) await browser.permissions.remove({ origins }).catch(() => false);
  await services.sites.register();
  return null;
}

/** Leaves on this device only what the agent has chosen in the options. */
export async function erase(services: Services): Promise<null> {
  await signOut(services);
  await services.remembered.forget();
  await services.keptCalls.forget();
  await services.settings.write({ remembered: null });
  // What was typed into a sign-in form lies there too.
  await forgetSession(browser.storage.session);
  return null;
}
