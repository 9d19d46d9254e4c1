import { type Signal, signal } from '@preact/signals';
import { queuesPaceMs } from '../../components/supervisor/poll-pace.ts';
import { isRefused, NOTHING_READ, type Reading, readingAfter } from '../../components/supervisor/reading.ts';
import type { sendPanel } from '../../lib/messages/panel-client.ts';
import {
  type CampaignRow,
  type LoggedInAgent,
  MOST_QUEUES,
  type QueueRow,
  type QueuesRequest,
  type SupervisorAnswer,
} from '../../lib/messages/supervisor.ts';
import { fail } from '../../lib/result.ts';
import { createPoll } from './poll.ts';
import type { ShownLogin } from './shown-login.ts';

const NO_ANSWER = fail({ code: 'noAnswer' } as const);

/** What is read again and again while the page can be seen. An answer that comes when another sign-in is shown is dropped. */
export function createLiveReadings(login: ShownLogin, send: typeof sendPanel) {
  const agents = signal<Reading<LoggedInAgent>>(NOTHING_READ);
  const campaigns = signal<Reading<CampaignRow>>(NOTHING_READ);
  const queues = {
    userGroup: signal<Reading<QueueRow>>(NOTHING_READ),
    ingroup: signal<Reading<QueueRow>>(NOTHING_READ),
  };
  const watched = signal<readonly string[]>([]);

  const userGroups = () =>
    [...new Set(agents.value.rows?.map(({ userGroup }) => userGroup))].filter(Boolean).toSorted();
  const namesOf = (kind: QueuesRequest['kind']) =>
    (kind === 'ingroup' ? watched.value : userGroups()).slice(0, MOST_QUEUES);
  const allNames = () => [...namesOf('ingroup'), ...namesOf('userGroup')];

  async function read<T>(
    reading: Signal<Reading<T>>,
    ask: (session: string) => Promise<SupervisorAnswer<readonly T[]>>,
    isWanted = () => true,
  ): Promise<'answered' | 'failed'> {
    const session = login.session();
    const answer = await ask(session).catch(() => null);
    if (login.session() !== session || !isWanted()) return 'answered';
    reading.value = readingAfter(reading.value, answer ?? NO_ANSWER, Date.now());
    if (!answer) return 'failed';
    return answer.ok || !(await login.isStillIn(answer, session)) ? 'answered' : 'failed';
  }

  /** What the login may not ask is not asked again by itself. */
  async function readQueues(kind: QueuesRequest['kind']): Promise<'answered' | 'failed'> {
    const reading = queues[kind];
    const names = namesOf(kind);
    if (isRefused(reading.value) || names.length === 0) return 'answered';
    const outcome = await read(
      reading,
      (session) => send('supervisor.queues', { session, question: { kind, names } }),
      // Of in-groups that are watched no more nothing is shown.
      () => kind === 'userGroup' || names.join('|') === namesOf(kind).join('|'),
    );
    return isRefused(reading.value) ? 'answered' : outcome;
  }

  const agentPoll = createPoll(async () => {
    const before = userGroups().join('|');
    const outcome = await read(agents, (session) => send('supervisor.agents', { session, question: null }));
    if (userGroups().join('|') !== before) void readQueues('userGroup');
    return outcome;
  });
  const queuePoll = createPoll(
    async () => {
      const outcomes = [await readQueues('ingroup'), await readQueues('userGroup')];
      return outcomes.includes('failed') ? 'failed' : 'answered';
    },
    () => queuesPaceMs(allNames().length),
  );

  async function readCampaigns(): Promise<void> {
    // Who has changed one is told what came of that, whatever comes of this.
    await read(campaigns, (session) => send('supervisor.campaigns', { session, question: null })).catch(() => null);
  }

  return {
    agents,
    campaigns,
    userGroups: queues.userGroup,
    ingroups: queues.ingroup,
    watched,
    readCampaigns,
    async readQueuesAgain(): Promise<void> {
      for (const kind of ['ingroup', 'userGroup'] as const) {
        if (isRefused(queues[kind].value)) queues[kind].value = NOTHING_READ;
        await readQueues(kind);
      }
    },
    async watch(ingroups: readonly string[]): Promise<void> {
      watched.value = ingroups.slice(0, MOST_QUEUES);
      queues.ingroup.value = NOTHING_READ;
      await readQueues('ingroup');
    },
    /** Forgets what the last sign-in was told, and reads for the one that is shown now; nothing where there is none. */
    begin(session: string): void {
      agentPoll.stop();
      queuePoll.stop();
      for (const reading of [agents, campaigns, queues.userGroup, queues.ingroup]) reading.value = NOTHING_READ;
      if (session === '') return;
      agentPoll.start();
      queuePoll.start();
      void readCampaigns();
    },
    show(isVisible: boolean): void {
      agentPoll.show(isVisible);
      queuePoll.show(isVisible);
    },
  };
}
