import type { Hopper } from '../../lib/messages/supervisor.ts';
import { useText } from '../text.tsx';
import { DataTable } from './data-table.tsx';

/** The leads that a campaign calls next. */
export function HopperTable({ campaign, hopper }: { readonly campaign: string; readonly hopper: Hopper }) {
  const { t, apart } = useText();
  if (hopper.first.length === 0) return null;
  return (
    <>
      <h3>{t('supervisorHopperOf', campaign)}</h3>
      <p class="hint">{t('supervisorHopperFirst')}</p>
      <DataTable
        caption={t('supervisorHopperOf', campaign)}
        rows={hopper.first}
        keyOf={({ leadId }) => leadId}
        columns={[
          { label: t('supervisorLeadId'), cell: ({ leadId }) => leadId },
          {
            label: t('supervisorNumber'),
            cell: ({ callingCode, nationalNumber }) => apart(`${callingCode} ${nationalNumber}`),
          },
          { label: t('supervisorLeadStatus'), cell: ({ status }) => status },
          { label: t('supervisorPriority'), kind: 'number', cell: ({ priority }) => priority },
          { label: t('supervisorFigureCalls'), kind: 'number', cell: ({ timesCalled }) => timesCalled },
          { label: t('supervisorLeadList'), cell: ({ listId }) => listId },
        ]}
      />
    </>
  );
}
