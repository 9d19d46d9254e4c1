import { signal } from '@preact/signals';
import { queuesPaceMs } from '../../components/supervisor/poll-pace.ts';
import { isRefused, NOTHING_READ, type Reading, readingAfter } from '../../components/supervisor/reading.ts';
import { sendPanel } from '../../lib/messages/panel-client.ts';
import {
  type CampaignRow,
  type LoggedInAgent,
  MOST_QUEUES,
  type QueueRow,
  type QueuesRequest,
  type SupervisorAnswer,
} from '../../lib/messages/supervisor.ts';
import { createPoll } from './poll.ts';

/** What is read again and again while the page can be seen. `onFailure` hears each failure, and says whether the login is still there. */
export function createLiveReadings(onFailure: (answer: SupervisorAnswer<unknown>) => Promise<boolean>) {
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

  /** What the login may not ask is not asked again by itself. */
  async function readQueues(kind: QueuesRequest['kind']): Promise<'answered' | 'failed'> {
    const reading = queues[kind];
    const names = namesOf(kind);
    if (isRefused(reading.value) || names.length === 0) return 'answered';
    const answer = await sendPanel('supervisor.queues', { kind, names });
    reading.value = readingAfter(reading.value, answer, Date.now());
    return answer.ok || !(await onFailure(answer)) || isRefused(reading.value) ? 'answered' : 'failed';
  }

  const agentPoll = createPoll(async () => {
    const before = userGroups().join('|');
    const answer = await sendPanel('supervisor.agents');
    agents.value = readingAfter(agents.value, answer, Date.now());
    if (userGroups().join('|') !== before) void readQueues('userGroup');
    return answer.ok || !(await onFailure(answer)) ? 'answered' : 'failed';
  });
  const queuePoll = createPoll(
    async () => {
      const outcomes = [await readQueues('ingroup'), await readQueues('userGroup')];
      return outcomes.includes('failed') ? 'failed' : 'answered';
    },
    () => queuesPaceMs(allNames().length),
  );

  async function readCampaigns(): Promise<void> {
    const answer = await sendPanel('supervisor.campaigns');
    campaigns.value = readingAfter(campaigns.value, answer, Date.now());
    if (!answer.ok) await onFailure(answer);
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
    start(): void {
      agentPoll.start();
      queuePoll.start();
    },
    stop(): void {
      agentPoll.stop();
      queuePoll.stop();
    },
    show(isVisible: boolean): void {
      agentPoll.show(isVisible);
      queuePoll.show(isVisible);
    },
    forget(): void {
      agents.value = NOTHING_READ;
      campaigns.value = NOTHING_READ;
      queues.userGroup.value = NOTHING_READ;
      queues.ingroup.value = NOTHING_READ;
    },
  };
}
