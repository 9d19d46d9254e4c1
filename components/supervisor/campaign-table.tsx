import { useState } from 'preact/hooks';
import type { Explanation } from '../../lib/messages/explanation.ts';
import type { CampaignChangeRequest, CampaignRow, SupervisorAnswer } from '../../lib/messages/supervisor.ts';
import { Problem } from '../problem.tsx';
import { useText } from '../text.tsx';
import { CampaignActions } from './campaign-actions.tsx';
import { explainSupervisor } from './explain-supervisor.ts';

interface CampaignTableProps {
  readonly campaigns: readonly CampaignRow[];
  /** Nobody knows whether this is still true: nothing of it is changed. */
  readonly isOld: boolean;
  readonly onHopper: (campaign: string) => Promise<SupervisorAnswer<number>>;
  /** Sent once; the campaigns are read again, whatever is answered. */
  readonly onChange: (change: CampaignChangeRequest) => Promise<SupervisorAnswer<null>>;
}

/** The campaigns that the login may see, with what may be changed of them. */
export function CampaignTable({ campaigns, isOld, onHopper, onChange }: CampaignTableProps) {
  const { t } = useText();
  const [problem, setProblem] = useState<Explanation | null>(null);
  const [told, setTold] = useState('');
  const [open, setOpen] = useState<Pick<CampaignChangeRequest, 'campaign' | 'kind'> | null>(null);
  const [hoppers, setHoppers] = useState<Readonly<Record<string, number>>>({});

  const tell = <T,>(answer: SupervisorAnswer<T>, text: string) => {
    setProblem(answer.ok ? null : explainSupervisor(answer.failure));
    setTold(answer.ok ? text : '');
  };
  const count = async (campaign: string) => {
    const answer = await onHopper(campaign);
    if (answer.ok) setHoppers((known) => ({ ...known, [campaign]: answer.value }));
    tell(answer, answer.ok ? t('supervisorHopperTold', campaign, String(answer.value)) : '');
  };
  const change = async (request: CampaignChangeRequest) =>
    tell(await onChange(request), t('supervisorChanged', request.campaign));

  return (
    <>
      {problem && <Problem explanation={problem} />}
      <p role="status" class="told">
        {told}
      </p>
      <table class="rows-table">
        <caption class="unseen">{t('supervisorCampaigns')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('supervisorCampaign')}</th>
            <th scope="col">{t('supervisorState')}</th>
            <th scope="col">{t('supervisorMethod')}</th>
            <th scope="col">{t('supervisorLevel')}</th>
            <th scope="col">{t('supervisorHopper')}</th>
            <th scope="col">{t('supervisorChange')}</th>
          </tr>
        </thead>
        <tbody>
          {campaigns.map((campaign) => (
            <tr key={campaign.id} data-tone={campaign.active ? 'ready' : 'idle'}>
              <th scope="row">
                <bdi>{campaign.name}</bdi>{' '}
                <small>
                  <bdi>{campaign.id}</bdi>
                </small>
              </th>
              <td class="state">
                <span class="dot" /> {t(campaign.active ? 'supervisorActive' : 'supervisorStopped')}
              </td>
              <td>{campaign.dialMethod}</td>
              <td class="number">{campaign.dialLevel}</td>
              <td class="number">
                {hoppers[campaign.id] ?? (
                  <button
                    type="button"
                    class="link"
                    aria-label={t('supervisorCountHopperOf', campaign.id)}
                    onClick={() => count(campaign.id)}
                  >
                    {t('supervisorCountHopper')}
                  </button>
                )}
              </td>
              <td>
                <CampaignActions
                  isOld={isOld}
                  campaign={campaign}
                  asked={open?.campaign === campaign.id ? open.kind : null}
                  onAsk={(kind) => setOpen(kind && { campaign: campaign.id, kind })}
                  onChange={change}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
