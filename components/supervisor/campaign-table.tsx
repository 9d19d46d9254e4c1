import { useState } from 'preact/hooks';
import type { Explanation } from '../../lib/messages/explanation.ts';
import type { CampaignChangeRequest, CampaignRow, Hopper, SupervisorAnswer } from '../../lib/messages/supervisor.ts';
import { Problem } from '../problem.tsx';
import { useText } from '../text.tsx';
import { CampaignActions } from './campaign-actions.tsx';
import { DataTable, Named } from './data-table.tsx';
import { explainSupervisor, explainSupervisorChange } from './explain-supervisor.ts';
import { HopperTable } from './hopper-table.tsx';
import { useAnswer } from './use-answer.ts';

interface CampaignTableProps {
  readonly campaigns: readonly CampaignRow[];
  /** Nobody knows whether this is still true: nothing of it is changed. */
  readonly isOld: boolean;
  readonly onHopper: (campaign: string) => Promise<SupervisorAnswer<Hopper>>;
  /** Sent once; the campaigns are read again, whatever is answered. */
  readonly onChange: (change: CampaignChangeRequest) => Promise<SupervisorAnswer<null>>;
}

/** How counting a hopper went. */
interface Counted {
  readonly problem: Explanation | null;
  readonly told: string;
}

const NOT_COUNTED: Counted = { problem: null, told: '' };

/** The campaigns that the login may see, with what may be changed of them. */
export function CampaignTable({ campaigns, isOld, onHopper, onChange }: CampaignTableProps) {
  const tools = useText();
  const { t } = tools;
  const change = useAnswer(onChange, explainSupervisorChange);
  const [counted, setCounted] = useState<Counted>(NOT_COUNTED);
  const [open, setOpen] = useState<Pick<CampaignChangeRequest, 'campaign' | 'kind'> | null>(null);
  const [looked, setLooked] = useState<string | null>(null);
  const [hoppers, setHoppers] = useState<Readonly<Record<string, Hopper>>>({});

  const count = async (campaign: string) => {
    change.clearTold();
    const answer = await onHopper(campaign).catch(() => null);
    if (!answer?.ok) return setCounted({ ...NOT_COUNTED, problem: explainSupervisor(answer?.failure ?? null, tools) });
    setCounted({ problem: null, told: t('supervisorHopperTold', campaign, String(answer.value.count)) });
    setHoppers((known) => ({ ...known, [campaign]: answer.value }));
    setLooked(campaign);
  };
  const send = (request: CampaignChangeRequest) => {
    setCounted(NOT_COUNTED);
    return change.ask(request);
  };
  const outcome = change.told
    ? t('supervisorChanged', change.told.question.campaign)
    : change.failed && t('supervisorAbout', change.failed.question.campaign);

  // It stays beside its number: whoever has pressed it goes on from there, and may count again.
  const hopperOf = ({ id }: CampaignRow) => (
    <>
      {hoppers[id] && <span>{hoppers[id].count} </span>}
      <button type="button" class="link" aria-label={t('supervisorCountHopperOf', id)} onClick={() => count(id)}>
        {t('supervisorCountHopper')}
      </button>
    </>
  );
  const actionsOf = (campaign: CampaignRow) => (
    <CampaignActions
      isOld={isOld}
      isBusy={change.isBusy}
      campaign={campaign}
      asked={open?.campaign === campaign.id ? open.kind : null}
      onAsk={(kind) => setOpen(kind && { campaign: campaign.id, kind })}
      onChange={send}
    />
  );

  return (
    <>
      {change.problem && <Problem explanation={change.problem} />}
      {counted.problem && <Problem explanation={counted.problem} />}
      <p role="status" class="told">
        {outcome ?? counted.told}
      </p>
      {campaigns.length === 0 ? (
        <p class="hint">{t('supervisorNoCampaigns')}</p>
      ) : (
        <DataTable
          caption={t('supervisorCampaigns')}
          rows={campaigns}
          keyOf={({ id }) => id}
          toneOf={({ active }) => (active ? 'ready' : 'idle')}
          columns={[
            { label: t('supervisorCampaign'), cell: ({ name, id }) => <Named name={name} id={id} /> },
            {
              label: t('supervisorState'),
              kind: 'state',
              cell: ({ active }) => (
                <>
                  <span class="dot" /> {t(active ? 'supervisorActive' : 'supervisorStopped')}
                </>
              ),
            },
            { label: t('supervisorMethod'), cell: ({ dialMethod }) => dialMethod },
            { label: t('supervisorLevel'), kind: 'number', cell: ({ dialLevel }) => dialLevel },
            { label: t('supervisorHopper'), kind: 'number', cell: hopperOf },
            { label: t('supervisorChange'), cell: actionsOf },
          ]}
        />
      )}
      {looked !== null && hoppers[looked] && <HopperTable campaign={looked} hopper={hoppers[looked]} />}
    </>
  );
}
