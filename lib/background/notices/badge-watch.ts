import type { Translate } from '../../messages/text.ts';
import type { Badge } from '../../platform/badge.ts';
import type { SessionState } from '../../session/session-store.ts';
import { badgeEndsAt, badgeOf } from './notices-badge.ts';

export interface BadgeWatch {
  /** Shows what the session says now, where it is something else than before. */
  follow(session: SessionState): void;
  /** The same when the time has come that {@link BadgeWatchDeps.wakeAt} was asked for. */
  woken(session: SessionState): void;
}

export interface BadgeWatchDeps {
  readonly translate: Translate;
  readonly show: (badge: Badge) => void;
  /** Has {@link BadgeWatch.woken} called at that time (ms since 1970), also when the worker is stopped meanwhile. */
  readonly wakeAt: (time: number) => void;
  readonly now: () => number;
}

/** Keeps the toolbar button true: it follows what is stored, and falls back to nothing when that becomes old. */
export function createBadgeWatch({ translate, show, wakeAt, now }: BadgeWatchDeps): BadgeWatch {
  let shown: string | null = null;
  let isWaking = false;

  const follow = (session: SessionState) => {
    const badge = badgeOf(session, translate, now());
    const said = JSON.stringify(badge);
    if (said !== shown) show(badge);
    shown = said;
    const endsAt = badgeEndsAt(session, now());
    // Not put off by each reading: what is awaited already looks anew.
    if (endsAt === null || isWaking) return;
    isWaking = true;
    wakeAt(endsAt);
  };

  return {
    follow,
    woken(session) {
      isWaking = false;
      follow(session);
    },
  };
}
