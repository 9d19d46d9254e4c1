import type { Region } from '../../phone/phone-number.ts';
import type { SessionState } from '../../session/session-store.ts';
import type { Settings } from '../../settings/schema.ts';

/** The agent's regions in order of preference: that of the sign-in first. A code no plan knows finds nothing and harms nothing. */
export function regionsOf(session: SessionState, settings: Settings): readonly Region[] {
  const codes = session.connection ? [session.connection.region, ...settings.regions] : settings.regions;
  return [...new Set(codes)].map((code) => code as Region);
}
