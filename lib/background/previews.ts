import { isScreenSpeaking } from '../agent/state/screen-reading.ts';
import type { SessionState, SessionStore } from '../session/session-store.ts';
import type { VicidialFailure } from '../vicidial/failure.ts';

/**
 * True where a preview can be followed and ended from here: the agent's own login does not tell one (api.md 10.2), and a campaign
 * whose Manual Preview Dial is DISABLED shows leads all the same, but lets nobody call or skip them by the API (api.md 7.2).
 */
export function canPreview({ agent, screen, noPreviewsIn }: SessionState): boolean {
  const isRefused = noPreviewsIn !== null && noPreviewsIn.campaign === agent.campaign;
  return !isRefused && (isScreenSpeaking(screen) || agent.source === 'agentStatus');
}

/** Remembers for this session that the campaign of the agent allows no previews, which VICIdial tells by refusing alone. */
export async function learnPreviews(store: SessionStore, failure: VicidialFailure): Promise<void> {
  if (failure.code !== 'previewNotAllowed') return;
  await store.keep({ noPreviewsIn: { campaign: store.current().agent.campaign } });
}
