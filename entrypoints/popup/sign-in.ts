import { draftUnderPolicy, emptyDraft, parseDraft, type SignInDraft } from '../../components/sign-in/sign-in-draft.ts';
import { sendPanel } from '../../lib/messages/panel-client.ts';
import type { RememberedConnection } from '../../lib/messages/panel-state.ts';
import type { FoundServer } from '../../lib/messages/protocol.ts';
import type {
  ServerAddress,
  ServerUrlProblem,
  SignInProblem,
  SignInRequest,
  UnlockProblem,
  UnlockRequest,
} from '../../lib/messages/sign-in.ts';
import { browser } from '../../lib/platform/extension-api.ts';
import { originPattern } from '../../lib/platform/origin-pattern.ts';
import { fail, type Result } from '../../lib/result.ts';
import type { Policy } from '../../lib/settings/policy.ts';
import { parseServerUrl, USUAL_AGENT_PATH, USUAL_NON_AGENT_PATH } from '../../lib/vicidial/wire/server-url.ts';
import { guessRegion } from './regions.ts';

// In session storage, so that a popup closed by the browser's permission prompt opens again as it was. Never a password.
const DRAFT = 'signInDraft';

export async function loadDraft(remembered: RememberedConnection | null, policy: Policy): Promise<SignInDraft> {
  const empty = emptyDraft(policy.values.regions?.[0] ?? guessRegion(browser.i18n.getUILanguage()));
  const stored = await browser.storage.session.get(DRAFT).catch((): Record<string, unknown> => ({}));
  const draft = parseDraft(stored[DRAFT], remembered ? { ...empty, ...remembered } : empty);
  return draftUnderPolicy(draft, policy);
}

function saveDraft(draft: SignInDraft): void {
  void browser.storage.session.set({ [DRAFT]: draft });
}

/** Where what is typed into the form stays while the form is away. */
export interface Drafts {
  load(remembered: RememberedConnection | null, policy: Policy): Promise<SignInDraft>;
  save(draft: SignInDraft): void;
}

export const STORED_DRAFTS: Drafts = { load: loadDraft, save: saveDraft };

/**
 * A form that begins with a server that was found; its paths are said where they are not the usual ones. Kept by this page alone
 * and gone with it: a link may have named the server, and no other form would say so.
 */
export function createFoundDrafts({ server, agentPath, nonAgentPath }: FoundServer): Drafts {
  let typed: SignInDraft | null = null;
  const found = {
    server,
    agentPath: agentPath === USUAL_AGENT_PATH ? '' : agentPath,
    nonAgentPath: nonAgentPath === USUAL_NON_AGENT_PATH ? '' : nonAgentPath,
    relay: undefined,
  };
  return {
    async load(remembered, policy) {
      const draft = typed ?? { ...(await loadDraft(remembered, policy)), ...found };
      return draftUnderPolicy(draft, lockedPart(policy));
    },
    save(draft) {
      typed = draft;
    },
  };
}

/** What the company only suggests beside a server, its paths and its relay, is meant for the company's own. */
function lockedPart(policy: Policy): Policy {
  const held = Object.entries(policy.values).filter(([name]) => policy.locked.some((lock) => lock === name));
  return { ...policy, values: Object.fromEntries(held) as Policy['values'] };
}

export function checkServer({ server, allowInsecure }: ServerAddress): ServerUrlProblem | null {
  const parsed = parseServerUrl(server, { allowInsecure });
  return parsed.ok ? null : parsed.failure;
}

/**
 * Asks for the dialer's origin and signs in. The browser lets it be asked only before anything is awaited; its prompt may
 * close the popup, so that the background is asked at once and waits for the permission itself.
 */
export async function signIn(request: SignInRequest): Promise<Result<null, SignInProblem>> {
  const parsed = parseServerUrl(request.server, request);
  if (!parsed.ok) return fail({ code: 'server', problem: parsed.failure });
  const origin = parsed.value.server;
  const granted = browser.permissions.request({ origins: [originPattern(origin)] });
  const answering = sendPanel('session.signIn', request);
  if (!(await granted)) return fail({ code: 'permissionMissing', origin });
  const answer = await answering;
  if (answer.ok) await browser.storage.session.remove(DRAFT);
  return answer;
}

/** Signs in with the PIN of this device; `server` is the one that is remembered, for which the browser may have to ask again. */
export async function unlock(server: string, request: UnlockRequest): Promise<Result<null, UnlockProblem>> {
  const granted = browser.permissions.request({ origins: [originPattern(server)] });
  const answering = sendPanel('session.unlock', request);
  if (!(await granted)) return fail({ code: 'permissionMissing', origin: server });
  return answering;
}
