import type { SignInProblem, SignInRequest, UnlockProblem, UnlockRequest } from '../messages/sign-in.ts';
import { forgetSession } from '../platform/device-storage.ts';
import { browser } from '../platform/extension-api.ts';
import { fail, type Result } from '../result.ts';
import type { Services } from './services.ts';

/** Signs an agent in with what was typed, and remembers it where that was wished. */
export async function signIn(services: Services, request: SignInRequest): Promise<Result<null, SignInProblem>> {
  const signedIn = await begin(services, request);
  // It may have been refused already since then.
  const isSecondRefused = services.store.current().statusLoginRefused !== null;
  if (signedIn.ok) await services.remembered.keep(isSecondRefused ? { ...request, statusCredential: null } : request);
  return signedIn;
}

/** Signs an agent in with what this device remembers under a PIN. */
export async function unlock(services: Services, typed: UnlockRequest): Promise<Result<null, UnlockProblem>> {
  const { remembered } = services;
  const opened = await remembered.open(typed);
  if (!opened.ok) return fail({ code: 'vault', failure: opened.failure });
  const { request, isSecondRefused } = opened.value;
  const signedIn = await begin(services, request);
  if (signedIn.ok) {
    // Said again in each session that goes without: a password has to be typed to mend it.
    if (isSecondRefused)
      await services.store.keep({ statusLoginRefused: { code: 'badCredentials' }, isStatusLoginInDoubt: true });
    return signedIn;
  }
  const { failure: problem } = signedIn;
  if (problem.code === 'vicidial') await remembered.forgetWhen(problem.failure);
  if (problem.code === 'statusCredential' && request.statusCredential)
    await remembered.dropSecond({ credentials: request.statusCredential, failure: problem.failure });
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
