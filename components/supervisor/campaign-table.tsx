import { useState } from 'preact/hooks';
import type { Explanation } from '../../lib/messages/explanation.ts';
import type { CampaignChangeRequest, CampaignRow, Hopper, SupervisorAnswer } from '../../lib/messages/supervisor.ts';
import { Problem } from '../problem.tsx';
import { useText } from '../text.tsx';
import { CampaignActions } from './campaign-actions.tsx';
import { DataTable, Named } from './data-table.tsx';
import { explainSupervisor, explainSupervisorChange } from './explain-supervisor.ts';
import { HopperTable } from './hopper-table.tsx';

interface CampaignTableProps {
  readonly campaigns: readonly CampaignRow[];
  /** Nobody knows whether this is still true: nothing of it is changed. */
  readonly isOld: boolean;
  readonly onHopper: (campaign: string) => Promise<SupervisorAnswer<Hopper>>;
  /** Sent once; the campaigns are read again, whatever is answered. */
  readonly onChange: (change: CampaignChangeRequest) => Promise<SupervisorAnswer<null>>;
}

/** The campaigns that the login may see, with what may be changed of them. */
export function CampaignTable({ campaigns, isOld, onHopper, onChange }: CampaignTableProps) {
  const tools = useText();
  const { t } = tools;
  const [problem, setProblem] = useState<Explanation | null>(null);
  const [told, setTold] = useState('');
  const [open, setOpen] = useState<Pick<CampaignChangeRequest, 'campaign' | 'kind'> | null>(null);
  const [looked, setLooked] = useState<string | null>(null);
  const [hoppers, setHoppers] = useState<Readonly<Record<string, Hopper>>>({});

  const count = async (campaign: string) => {
    const answer = await onHopper(campaign).catch(() => null);
    setProblem(answer?.ok ? null : explainSupervisor(answer?.failure ?? null, tools));
    setTold(answer?.ok ? t('supervisorHopperTold', campaign, String(answer.value.count)) : '');
    if (!answer?.ok) return;
    setHoppers((known) => ({ ...known, [campaign]: answer.value }));
    setLooked(campaign);
  };
  const change = async (request: CampaignChangeRequest) => {
    const answer = await onChange(request).catch(() => null);
    setProblem(answer?.ok ? null : explainSupervisorChange(answer?.failure ?? null, tools));
    setTold(answer?.ok ? t('supervisorChanged', request.campaign) : '');
  };

  const hopperOf = ({ id }: CampaignRow) =>
    hoppers[id]?.count ?? (
      <button type="button" class="link" aria-label={t('supervisorCountHopperOf', id)} onClick={() => count(id)}>
        {t('supervisorCountHopper')}
      </button>
    );
  const actionsOf = (campaign: CampaignRow) => (
    <CampaignActions
      isOld={isOld}
      campaign={campaign}
      asked={open?.campaign === campaign.id ? open.kind : null}
      onAsk={(kind) => setOpen(kind && { campaign: campaign.id, kind })}
      onChange={change}
    />
  );

  return (
    <>
      {problem && <Problem explanation={problem} />}
      <p role="status" class="told">
        {told}
      </p>
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
      {looked !== null && hoppers[looked] && <HopperTable campaign={looked} hopper={hoppers[looked]} />}
    </>
  );
}
