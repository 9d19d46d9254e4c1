import { type CallNeed, callNeeds, isCallLeft, isPhaseFollowed } from '../../agent/call/call-needs.ts';
import { isOnCall } from '../../agent/state/pending-command.ts';
import type { SessionState, SessionStore } from '../../session/session-store.ts';
import type { Notices } from './notices.ts';

// A page that opens, or a popup that closes because of the call, has told of it by then.
const SETTLE_MS = 1_000;

export interface AttentionDeps {
  readonly store: SessionStore;
  readonly notices: Notices;
  /** One of Dialside's own pages can be seen: it shows what is to be told. */
  readonly isSeen: () => boolean;
  readonly isTabInFront: (tabId: number) => Promise<boolean>;
  /** Has {@link Attention.remind} called once in half a minute, also when the worker is stopped meanwhile. */
  readonly setReminder: () => Promise<void>;
  readonly clearReminder: () => Promise<void>;
  readonly after: (ms: number, task: () => void) => void;
}

export interface Attention {
  /** Takes in what has changed, and notifies the agent of what wants him where nothing of Dialside's is in sight. */
  follow(before: SessionState, after: SessionState): void;
  /** Where the agent clicked a number: the button there tells him what became of it. */
  dialledFrom(tabId: number): void;
  /** Tells of a call that is still left waiting. */
  remind(): Promise<void>;
}

/** Decides when a call needs an agent who looks elsewhere. */
export function createAttention(deps: AttentionDeps): Attention {
  const { store, notices } = deps;
  // Forgotten with the worker: then the agent is told once more than he needs, at worst.
  let clickedTab: number | null = null;

  const isInFront = async (tabId: number | null) => tabId !== null && (await deps.isTabInFront(tabId));
  /** The agent screen shows a call as large as can be. */
  const isAtScreen = () => {
    const { screen } = store.current();
    return isInFront(screen?.isOpen ? screen.tabId : null);
  };

  const tell = async (need: CallNeed) => {
    if (deps.isSeen()) return;
    if (need.kind === 'dialProblem') {
      const isTold = need.source === 'page' && (await isInFront(clickedTab));
      if (!isTold) await notices.dialProblem(need.problem, need.leftPaused);
      return;
    }
    const session = store.current();
    // Over again within the moment.
    if (!isAtCall(session) || (await isAtScreen())) return;
    // The notification of its record tells of the call, too.
    if (session.pop?.step === 'offered') return;
    await notices.incoming(session.agent.phase, session.agent.phoneNumber);
  };

  const followLeftCall = (wasLeft: boolean, isLeft: boolean) => {
    if (isLeft && !wasLeft) void deps.setReminder();
    if (!wasLeft || isLeft) return;
    void deps.clearReminder();
    void notices.takeBack('callLeft');
  };

  return {
    follow(before, after) {
      for (const need of callNeeds(before, after)) deps.after(SETTLE_MS, () => void tell(need));
      followLeftCall(isCallLeft(before.agent.phase), isCallLeft(after.agent.phase));
      if (isAtCall(before) && !isAtCall(after)) void notices.takeBack('incoming');
    },
    dialledFrom(tabId) {
      clickedTab = tabId;
    },
    async remind() {
      const session = store.current();
      const { phase } = session.agent;
      if (!isCallLeft(phase) || !isPhaseFollowed(session)) return;
      if (!deps.isSeen() && !(await isAtScreen())) await notices.callLeft(phase);
    },
  };
}

function isAtCall({ agent }: SessionState): boolean {
  return agent.phase === 'phoneRinging' || isOnCall(agent.phase);
}
