import { useRef, useState } from 'preact/hooks';
import { pageOfAltUrl } from '../../lib/crm/pages/alt-urls.ts';
import { type AfterCallPage, MOST_PAGE_RULES } from '../../lib/crm/pages/page-rules.ts';
import { hasSecret } from '../../lib/crm/url-secrets.ts';
import type {
  AltUrlChange,
  AltUrlEvent,
  AltUrlQuestion,
  CampaignRow,
  StoredAltUrl,
} from '../../lib/messages/supervisor.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import { AskFirst } from '../ask-first.tsx';
import { Field } from '../field.tsx';
import { Problem } from '../problem.tsx';
import { useText } from '../text.tsx';
import { CampaignSelect } from './campaign-select.tsx';
import type { SupervisorCommands } from './commands.ts';
import { DataTable } from './data-table.tsx';
import { explainSupervisorChange } from './explain-supervisor.ts';
import { useAnswer } from './use-answer.ts';

const EVENTS: Readonly<Record<AltUrlEvent, MessageKey>> = {
  dispo: 'supervisorEventDispo',
  start: 'supervisorEventStart',
  addlead: 'supervisorEventAddLead',
  noagent: 'supervisorEventNoAgent',
};

export interface AltUrlsProps {
  readonly campaigns: readonly CampaignRow[];
  readonly commands: SupervisorCommands;
  /** Those of the options: the same rules, opened in the agent's browser. */
  readonly pages: readonly AfterCallPage[];
  /** Left out where the company keeps the pages. Tells whether it was stored. */
  readonly onTake?: ((page: AfterCallPage) => Promise<boolean>) | undefined;
}

/** The addresses that VICIdial calls after an event: read, switched, taken into the options and written from there. */
export function AltUrls({ campaigns, commands, pages, onTake }: AltUrlsProps) {
  const { t } = useText();
  const [chosen, setChosen] = useState<AltUrlQuestion>({ campaign: '', event: 'dispo' });
  const [told, setTold] = useState('');
  const urls = useAnswer(commands.altUrls);
  const change = useAnswer(commands.changeAltUrl, explainSupervisorChange);
  // Of what was read for, whatever stands in the form by now.
  const { question: asked, value: rows } = urls.told ?? { question: chosen, value: null };
  // An answer may come when another is chosen.
  const latest = useRef(chosen);
  latest.current = chosen;
  const choose = (part: Partial<AltUrlQuestion>) => {
    setChosen({ ...chosen, ...part });
    setTold('');
    urls.clear();
    change.clearTold();
  };
  const show = (event: Event) => {
    event.preventDefault();
    if (chosen.campaign === '' || change.isBusy) return;
    setTold('');
    change.clearTold();
    void urls.ask(chosen);
  };
  const write = async (text: string, request: AltUrlChange) => {
    const outcome = await change.ask(request);
    if (outcome === 'late') return;
    const { campaign, event } = latest.current;
    const isShown = campaign === asked.campaign && event === asked.event;
    const about = t('supervisorAbout', [asked.campaign, t(EVENTS[asked.event])].join(' · '));
    setTold([outcome === 'answered' && text, !isShown && about].filter(Boolean).join(' '));
    // Also where nobody knows whether it was done: the list shows what is true.
    if (isShown) await urls.ask(asked);
  };
  const take = async (page: AfterCallPage) =>
    setTold((await onTake?.(page)) ? t('supervisorUrlTaken', page.name) : t('supervisorUrlNotTaken'));
  const problem = change.problem ?? urls.problem;

  return (
    <>
      <p class="hint">{t('supervisorUrlsHint')}</p>
      <form class="fields-form" onSubmit={show}>
        <CampaignSelect
          campaigns={campaigns}
          nothing={t('supervisorChooseCampaign')}
          value={chosen.campaign}
          onCampaign={(campaign) => choose({ campaign: campaign ?? '' })}
        />
        <Field label={t('supervisorEvent')}>
          {(control) => (
            <select
              {...control}
              value={chosen.event}
              onChange={({ currentTarget }) => choose({ event: currentTarget.value as AltUrlEvent })}
            >
              {Object.entries(EVENTS).map(([event, key]) => (
                <option key={event} value={event}>
                  {t(key)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button type="submit" class="button" aria-disabled={chosen.campaign === '' || urls.isBusy || change.isBusy}>
          {t('supervisorShow')}
        </button>
      </form>
      {problem && <Problem explanation={problem} />}
      <p role="status" class="told">
        {told || (rows?.length === 0 && t('supervisorNoUrls'))}
      </p>
      {rows?.some(({ address }) => hasSecret(address)) && <p class="hint">{t('supervisorUrlSecret')}</p>}
      {rows && rows.length > 0 && (
        <UrlTable
          urls={rows}
          isBusy={change.isBusy}
          pageOf={(url) => (asked.event === 'dispo' && onTake ? newPageOf(asked.campaign, url, pages) : null)}
          onTake={take}
          onSwitch={({ id, active, description }) =>
            write(t('supervisorUrlSwitched', description || id), { ...asked, kind: 'switch', id, active: !active })
          }
        />
      )}
      {rows && asked.event === 'dispo' && (
        <WritePage
          pages={pages.filter(
            ({ campaigns: own, template }) =>
              (own.length === 0 || own.includes(asked.campaign)) && !hasSecret(template),
          )}
          campaign={asked.campaign}
          isBusy={change.isBusy}
          onWrite={({ name, template }) =>
            write(t('supervisorUrlWritten', name, asked.campaign), {
              ...{ kind: 'add', campaign: asked.campaign, name, template },
            })
          }
        />
      )}
    </>
  );
}

/** The entry as a page of the options; null where it cannot be one, or there is one like it, or no room. */
function newPageOf(campaign: string, url: StoredAltUrl, pages: readonly AfterCallPage[]): AfterCallPage | null {
  const page = pageOfAltUrl(campaign, url);
  if (!page.ok || pages.length >= MOST_PAGE_RULES) return null;
  const { template } = page.value;
  const isLike = (one: AfterCallPage) =>
    one.template === template && (one.campaigns.length === 0 || one.campaigns.includes(campaign));
  return pages.some(isLike) ? null : page.value;
}

interface UrlTableProps {
  readonly urls: readonly StoredAltUrl[];
  /** A change is on its way: no other is begun. */
  readonly isBusy: boolean;
  readonly pageOf: (url: StoredAltUrl) => AfterCallPage | null;
  readonly onTake: (page: AfterCallPage) => Promise<unknown>;
  readonly onSwitch: (url: StoredAltUrl) => Promise<unknown>;
}

function UrlTable({ urls, isBusy, pageOf, onTake, onSwitch }: UrlTableProps) {
  const { t } = useText();
  const nameOf = ({ description, id }: StoredAltUrl) => description || id;
  const changesOf = (url: StoredAltUrl) => {
    const page = pageOf(url);
    const name = nameOf(url);
    return (
      <div class="row-actions">
        <AskFirst
          label={t(url.active ? 'supervisorUrlOff' : 'supervisorUrlOn')}
          name={t(url.active ? 'supervisorUrlOffOf' : 'supervisorUrlOnOf', name)}
          question={t(url.active ? 'supervisorUrlOffAsk' : 'supervisorUrlOnAsk', name)}
          isDanger={url.active}
          isDisabled={isBusy}
          onAgree={() => onSwitch(url)}
        />
        {page && (
          <button
            type="button"
            class="button small"
            aria-label={t('supervisorUrlTakeOf', name)}
            onClick={() => void onTake(page)}
          >
            {t('supervisorUrlTake')}
          </button>
        )}
      </div>
    );
  };
  return (
    <DataTable
      caption={t('supervisorUrls')}
      rows={urls}
      keyOf={({ id }) => id}
      toneOf={({ active }) => (active ? 'ready' : 'idle')}
      columns={[
        { label: t('recordName'), cell: (url) => <bdi>{nameOf(url)}</bdi> },
        {
          label: t('supervisorState'),
          kind: 'state',
          cell: ({ active }) => (
            <>
              <span class="dot" /> {t(active ? 'supervisorActive' : 'supervisorStopped')}
            </>
          ),
        },
        { label: t('pageStatuses'), cell: ({ statuses }) => statuses.join(' ') || '–' },
        { label: t('pageSeconds'), kind: 'number', cell: ({ minimumSeconds }) => minimumSeconds },
        { label: t('pageRank'), kind: 'number', cell: ({ rank }) => rank },
        { label: t('supervisorAddress'), cell: ({ address }) => <code class="address">{address}</code> },
        { label: t('supervisorChange'), cell: changesOf },
      ]}
    />
  );
}

interface WritePageProps {
  readonly pages: readonly AfterCallPage[];
  readonly campaign: string;
  /** As in {@link UrlTableProps}. */
  readonly isBusy: boolean;
  readonly onWrite: (page: AfterCallPage) => Promise<unknown>;
}

/** One of the options' pages, to be called by VICIdial as well. */
function WritePage({ pages, campaign, isBusy, onWrite }: WritePageProps) {
  const { t } = useText();
  const [at, setAt] = useState(0);
  const page = pages[at] ?? pages[0];
  if (!page) return null;
  return (
    <div class="fields-form">
      <Field label={t('supervisorUrlPage')}>
        {(control) => (
          <select {...control} value={String(at)} onChange={({ currentTarget }) => setAt(Number(currentTarget.value))}>
            {pages.map(({ name }, index) => (
              <option key={`${index} ${name}`} value={String(index)}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <AskFirst
        label={t('supervisorUrlWrite')}
        question={t('supervisorUrlWriteAsk', page.name, campaign)}
        isDisabled={isBusy}
        onAgree={() => onWrite(page)}
      />
    </div>
  );
}
