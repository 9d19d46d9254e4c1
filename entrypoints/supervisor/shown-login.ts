import { signal } from '@preact/signals';
import { explainSupervisor } from '../../components/supervisor/explain-supervisor.ts';
import type { TextTools } from '../../components/text.tsx';
import type { Explanation } from '../../lib/messages/explanation.ts';
import type { sendPanel } from '../../lib/messages/panel-client.ts';
import type { SupervisorAnswer, SupervisorState } from '../../lib/messages/supervisor.ts';

/** Whose sign-in the page shows: all that stands there was told to that one, and is asked for it alone. */
export interface ShownLogin {
  /** Its id; empty for none. */
  session(): string;
  /** Hears what failed for a sign-in, and says whether that is still the one that is shown and there. */
  isStillIn(answer: SupervisorAnswer<unknown>, session: string): Promise<boolean>;
}

/** `onOther` runs in the moment in which another sign-in, or none, takes the place of the one that was shown. */
export function createShownLogin(text: TextTools, onOther: (session: string) => void, send: typeof sendPanel) {
  const state = signal<SupervisorState | null>(null);
  /** Why the login was given up, where it was not the supervisor's wish. */
  const refused = signal<Explanation | null>(null);
  const session = () => sessionOf(state.value);

  function show(now: SupervisorState): void {
    const before = session();
    state.value = now;
    if (session() !== before) onOther(session());
  }

  return {
    state,
    refused,
    session,
    async read(): Promise<void> {
      show(await send('supervisor.state'));
    },
    async signOut(): Promise<void> {
      await send('supervisor.signOut', { session: session(), question: null });
      refused.value = null;
      show(await send('supervisor.state'));
    },
    /** A login that was refused is gone in the background; the form says why. Another page may have signed somebody else in. */
    async isStillIn(answer: SupervisorAnswer<unknown>, asked: string): Promise<boolean> {
      const now = await send('supervisor.state');
      if (session() !== asked) return false;
      if (sessionOf(now) === asked) return true;
      refused.value = answer.ok || now.status === 'signedIn' ? null : explainSupervisor(answer.failure, text);
      show(now);
      return false;
    },
  };
}

function sessionOf(state: SupervisorState | null): string {
  return state?.status === 'signedIn' ? state.session : '';
}
