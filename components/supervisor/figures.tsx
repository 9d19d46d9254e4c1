import { useState } from 'preact/hooks';
import { dialerClockOf } from '../../lib/agent/call/callback-time.ts';
import type { AgentStats, CampaignRow, FiguresRequest } from '../../lib/messages/supervisor.ts';
import { formatElapsed } from '../elapsed.tsx';
import { Field } from '../field.tsx';
import { Problem } from '../problem.tsx';
import { type TextTools, useText } from '../text.tsx';
import { CampaignSelect } from './campaign-select.tsx';
import type { SupervisorCommands } from './commands.ts';
import { DataTable, Named } from './data-table.tsx';
import { clockTime, figuresCsv } from './figures-csv.ts';
import { SharesLegend, TimeShares } from './time-shares.tsx';
import { useAnswer } from './use-answer.ts';

interface FiguresProps {
  readonly campaigns: readonly CampaignRow[];
  readonly commands: SupervisorCommands;
  /** Milliseconds that the dialer's clock is ahead of this computer's UTC; undefined where it was not told. */
  readonly clockAheadMs: number | undefined;
}

/** What each agent did in a period, asked for when it is asked for. */
export function Figures({ campaigns, commands, clockAheadMs }: FiguresProps) {
  const { t, locale } = useText();
  const [period, setPeriod] = useState<FiguresRequest>(() => {
    const today = dayAt(clockAheadMs);
    return { from: today, to: today, campaign: null };
  });
  const figures = useAnswer(commands.figures);
  const calls = useAnswer(commands.campaignCalls);
  const isWrong = period.from === '' || period.to === '' || period.from > period.to;
  const show = async (event: Event) => {
    event.preventDefault();
    if (isWrong || figures.isBusy || calls.isBusy) return;
    // Until they are counted anew there are none: those of the last period are of other days, or of another campaign.
    calls.clear();
    await figures.ask(period);
    const { campaign } = period;
    if (campaign !== null) await calls.ask({ ...period, campaign });
  };
  return (
    <>
      <form class="fields-form" onSubmit={show}>
        <DayField label={t('supervisorFrom')} value={period.from} onDay={(from) => setPeriod({ ...period, from })} />
        <DayField
          label={t('supervisorTo')}
          value={period.to}
          problem={isWrong ? t('supervisorPeriodWrong') : null}
          onDay={(to) => setPeriod({ ...period, to })}
        />
        <CampaignSelect
          campaigns={campaigns}
          nothing={t('supervisorAllCampaigns')}
          value={period.campaign}
          onCampaign={(campaign) => setPeriod({ ...period, campaign })}
        />
        <button type="submit" class="button" aria-disabled={isWrong || figures.isBusy}>
          {t('supervisorShow')}
        </button>
      </form>
      <p class="hint">{t('supervisorPeriodHint')}</p>
      {figures.problem && <Problem explanation={figures.problem} />}
      <p role="status" class="told">
        {[
          figures.told && titleOf(figures.told.question, { t, locale }),
          calls.told && t('supervisorCallsOf', calls.told.question.campaign, String(calls.told.value)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {calls.problem && <Problem explanation={calls.problem} />}
      {figures.told && (
        <FigureTable period={figures.told.question} stats={figures.told.value} onSave={commands.saveFile} />
      )}
    </>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string;
  readonly problem?: string | null;
  readonly onDay: (day: string) => void;
}

function DayField({ label, value, problem = null, onDay }: DayFieldProps) {
  return (
    <Field label={label} problem={problem}>
      {(control) => (
        <input {...control} type="date" value={value} onInput={(event) => onDay(event.currentTarget.value)} />
      )}
    </Field>
  );
}

interface FigureTableProps {
  readonly period: FiguresRequest;
  readonly stats: readonly AgentStats[];
  readonly onSave: SupervisorCommands['saveFile'];
}

function FigureTable({ period, stats, onSave }: FigureTableProps) {
  const { t } = useText();
  if (stats.length === 0) return <p class="hint">{t('supervisorNoFigures')}</p>;
  const times = [
    { label: t('supervisorLoggedIn'), of: ({ loginSeconds }: AgentStats) => loginSeconds },
    { label: t('phaseTalking'), of: ({ talkSeconds }: AgentStats) => talkSeconds },
    { label: t('phaseReady'), of: ({ waitSeconds }: AgentStats) => waitSeconds },
    { label: t('phaseWrapUp'), of: ({ wrapUpSeconds }: AgentStats) => wrapUpSeconds },
    { label: t('phasePaused'), of: ({ pausedSeconds }: AgentStats) => pausedSeconds },
    { label: t('phaseCustomerGone'), of: ({ deadSeconds }: AgentStats) => deadSeconds },
  ];
  const save = () =>
    onSave(
      `dialside-agents-${period.from}-${period.to}.csv`,
      figuresCsv(stats, [
        { heading: t('supervisorAgent'), of: ({ user }) => user },
        { heading: t('recordName'), of: ({ fullName }) => fullName },
        { heading: t('supervisorGroup'), of: ({ userGroup }) => userGroup },
        { heading: t('supervisorFigureCalls'), of: ({ calls }) => calls },
        ...times.map(({ label, of }) => ({ heading: label, of: (one: AgentStats) => clockTime(of(one)) })),
      ]),
    );
  return (
    <>
      <SharesLegend />
      <DataTable
        caption={t('supervisorFigures')}
        rows={stats.length > 1 ? [...stats, totalOf(stats, t('supervisorTotal'))] : stats}
        keyOf={({ user }) => user}
        columns={[
          {
            label: t('supervisorAgent'),
            cell: ({ fullName, user }) => <Named name={fullName} id={user || fullName} />,
          },
          { label: t('supervisorFigureCalls'), kind: 'number', cell: ({ calls }) => calls },
          ...times.map(
            ({ label, of }) =>
              ({ label, kind: 'number', cell: (one: AgentStats) => formatElapsed(of(one) * 1000) }) as const,
          ),
          { label: t('supervisorShares'), cell: (one) => <TimeShares stats={one} /> },
        ]}
      />
      <div class="row-actions">
        <button type="button" class="button" onClick={save}>
          {t('supervisorSaveCsv')}
        </button>
      </div>
    </>
  );
}

function totalOf(stats: readonly AgentStats[], fullName: string): AgentStats {
  const sum = (of: (one: AgentStats) => number) => stats.reduce((all, one) => all + of(one), 0);
  return {
    ...{ user: '', fullName, userGroup: '' },
    calls: sum(({ calls }) => calls),
    pauses: sum(({ pauses }) => pauses),
    loginSeconds: sum(({ loginSeconds }) => loginSeconds),
    talkSeconds: sum(({ talkSeconds }) => talkSeconds),
    waitSeconds: sum(({ waitSeconds }) => waitSeconds),
    wrapUpSeconds: sum(({ wrapUpSeconds }) => wrapUpSeconds),
    pausedSeconds: sum(({ pausedSeconds }) => pausedSeconds),
    deadSeconds: sum(({ deadSeconds }) => deadSeconds),
  };
}

function titleOf({ from, to }: FiguresRequest, { t, locale }: Pick<TextTools, 't' | 'locale'>): string {
  // Days without a clock time: in no zone do they become others.
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const [first, last] = [from, to].map((day) => format.format(new Date(`${day}T00:00:00Z`)));
  return from === to ? (first ?? '') : t('supervisorPeriod', first ?? '', last ?? '');
}

/** The dialer's day; this computer's where the dialer's clock was not told. */
function dayAt(clockAheadMs: number | undefined): string {
  const now = Date.now();
  return new Date(now + dialerClockOf(clockAheadMs, now).aheadMs).toISOString().slice(0, 10);
}
