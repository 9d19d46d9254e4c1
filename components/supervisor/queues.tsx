import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Tone } from '../../lib/messages/describe.ts';
import type { LiveCounts, QueueRow } from '../../lib/messages/supervisor.ts';
import { isIngroup } from '../../lib/pasted/ingroups.ts';
import { TextField } from '../field.tsx';
import { sentence, useText } from '../text.tsx';
import { Bar } from './bar.tsx';
import { DataTable } from './data-table.tsx';
import { explainSupervisor } from './explain-supervisor.ts';
import { isOutOfReach, type Reading } from './reading.ts';
import { Rows } from './rows.tsx';

export interface QueuesProps {
  readonly userGroups: Reading<QueueRow>;
  readonly ingroups: Reading<QueueRow>;
  /** The in-groups that are asked for. VICIdial lists them for nobody. */
  readonly watched: readonly string[];
  readonly onWatch: (ingroups: readonly string[]) => void;
}

/** What waits: for each in-group that is watched, and for each user group of which somebody is logged in. */
export function Queues({
  userGroups,
  ingroups,
  watched,
  onWatch,
  besides,
}: QueuesProps & { readonly besides: Reading<unknown> }) {
  const { t } = useText();
  return (
    <>
      <h3>{t('optionsIngroups')}</h3>
      {watched.length === 0 ? (
        <p class="hint">{t('supervisorNoIngroups')}</p>
      ) : (
        <Rows of={ingroups} isOutOfReach={isOutOfReach(ingroups, besides)}>
          {(rows) => <QueueTable caption={t('optionsIngroups')} label={t('transferIngroup')} rows={rows} />}
        </Rows>
      )}
      <WatchForm watched={watched} onWatch={onWatch} />
      <h3>{t('supervisorGroups')}</h3>
      <Rows of={userGroups} isOutOfReach={isOutOfReach(userGroups, besides)}>
        {(rows) => <QueueTable caption={t('supervisorGroups')} label={t('supervisorGroup')} rows={rows} />}
      </Rows>
    </>
  );
}

interface QueueTableProps {
  readonly caption: string;
  readonly label: string;
  readonly rows: readonly QueueRow[];
}

function QueueTable({ caption, label, rows }: QueueTableProps) {
  const text = useText();
  const { t } = text;
  if (rows.length === 0) return <p class="hint">{t('supervisorNobody')}</p>;
  const countsOf = ({ counts }: QueueRow) => (counts?.ok ? counts.value : null);
  const most = Math.max(1, ...rows.map((row) => countsOf(row)?.callsWaiting ?? 0));
  const count = (key: Parameters<typeof t>[0], of: (counts: LiveCounts) => ComponentChildren) => ({
    ...({ label: t(key), kind: 'number' } as const),
    cell: (row: QueueRow) => {
      const counts = countsOf(row);
      return counts ? of(counts) : '–';
    },
  });
  const bar = ({ callsWaiting }: LiveCounts) => (
    <span class="counted">
      {callsWaiting} <Bar share={callsWaiting / most} />
    </span>
  );
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={({ name }) => name}
      toneOf={(row) => toneOf(countsOf(row))}
      problemOf={({ counts }) =>
        counts === null || counts.ok ? null : sentence(t, explainSupervisor(counts.failure, text))
      }
      columns={[
        { label, cell: ({ name }) => <bdi>{name}</bdi> },
        count('supervisorQueues', bar),
        count('phaseReady', ({ waiting }) => waiting),
        count('phaseOnCall', ({ inCalls }) => inCalls),
        count('phaseDialling', ({ dialling }) => dialling),
        count('phaseWrapUp', ({ inWrapUp }) => inWrapUp),
        count('phasePaused', ({ paused }) => paused),
        count('supervisorLoggedIn', ({ agents }) => agents),
      ]}
    />
  );
}

/** Calls for whom nobody is free are what a supervisor looks for. */
function toneOf(counts: LiveCounts | null): Tone {
  if (counts === null || counts.callsWaiting === 0) return 'idle';
  return counts.waiting === 0 ? 'problem' : 'paused';
}

function WatchForm({ watched, onWatch }: Pick<QueuesProps, 'watched' | 'onWatch'>) {
  const { t } = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const watch = (event: Event) => {
    event.preventDefault();
    const names = [...new Set((typed ?? watched.join(', ')).split(/[\s,;]+/).filter(Boolean))];
    const refused = names.filter((name) => !isIngroup(name));
    setWrong(refused);
    if (refused.length > 0) return;
    onWatch(names);
    setTyped(null);
  };
  return (
    <form class="inline-form" onSubmit={watch}>
      <TextField
        label={t('supervisorWatch')}
        hint={t('supervisorWatchHint')}
        name="watched-ingroups"
        problem={wrong.length > 0 ? t('supervisorIngroupWrong', wrong.join(', ')) : null}
        value={typed ?? watched.join(', ')}
        onValue={setTyped}
      />
      <button type="submit" class="button">
        {t('supervisorWatchStart')}
      </button>
    </form>
  );
}
