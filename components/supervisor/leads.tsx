import { useState } from 'preact/hooks';
import type { FoundLeads, LeadQuestion, LeadRecord } from '../../lib/messages/supervisor.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import { Field, TextField } from '../field.tsx';
import { Problem } from '../problem.tsx';
import { useText } from '../text.tsx';
import type { SupervisorCommands } from './commands.ts';
import { DataTable } from './data-table.tsx';
import { useAnswer } from './use-answer.ts';

const KEYS: Readonly<Record<LeadQuestion['by'], MessageKey>> = {
  number: 'supervisorNumber',
  vendorLeadCode: 'supervisorVendorCode',
  leadId: 'supervisorLeadId',
};

/** Finds leads by their number, the CRM's own code, or their id. */
export function Leads({ commands }: { readonly commands: SupervisorCommands }) {
  const { t } = useText();
  const [question, setQuestion] = useState<LeadQuestion>({ by: 'number', text: '' });
  const found = useAnswer(commands.leads);
  const leads = found.told?.value.leads;
  const change = (part: Partial<LeadQuestion>) => {
    setQuestion({ ...question, ...part });
    found.clear();
  };
  const search = (event: Event) => {
    event.preventDefault();
    if (question.text.trim() !== '') void found.ask(question);
  };
  return (
    <>
      <form class="fields-form" onSubmit={search}>
        <Field label={t('supervisorSearchBy')}>
          {(control) => (
            <select
              {...control}
              value={question.by}
              onChange={({ currentTarget }) => change({ by: currentTarget.value as LeadQuestion['by'] })}
            >
              {Object.entries(KEYS).map(([by, key]) => (
                <option key={by} value={by}>
                  {t(key)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label={t(KEYS[question.by])}
          name="lead-key"
          value={question.text}
          onValue={(text) => change({ text })}
        />
        <button type="submit" class="button" aria-disabled={found.isBusy}>
          {t('supervisorSearch')}
        </button>
      </form>
      {found.problem && <Problem explanation={found.problem} />}
      <p role="status" class="told">
        {found.told && toldOf(found.told.value, t)}
      </p>
      {leads && leads.length > 0 && <LeadTable leads={leads} />}
    </>
  );
}

function toldOf({ ids, leads }: FoundLeads, t: ReturnType<typeof useText>['t']): string {
  if (ids.length === 0) return t('supervisorNoLeads');
  const count = t('supervisorLeadsFound', String(ids.length));
  return leads ? count : `${count} ${t('supervisorLeadsHidden', ids.join(', '))}`;
}

function LeadTable({ leads }: { readonly leads: readonly LeadRecord[] }) {
  const { t, apart } = useText();
  return (
    <DataTable
      caption={t('supervisorLeads')}
      rows={leads}
      keyOf={({ lead_id }) => lead_id}
      columns={[
        { label: t('supervisorLeadId'), cell: ({ lead_id }) => lead_id },
        { label: t('recordName'), cell: ({ first_name, last_name }) => <bdi>{`${first_name} ${last_name}`}</bdi> },
        {
          label: t('supervisorNumber'),
          cell: ({ phone_code, phone_number }) => apart(`${phone_code} ${phone_number}`),
        },
        { label: t('supervisorLeadStatus'), cell: ({ status }) => status },
        { label: t('supervisorLeadList'), cell: ({ list_id }) => list_id },
        { label: t('supervisorFigureCalls'), kind: 'number', cell: ({ called_count }) => called_count },
        { label: t('supervisorLastCall'), cell: ({ last_local_call_time }) => last_local_call_time },
        { label: t('supervisorAllFields'), cell: (lead) => <AllFields lead={lead} /> },
      ]}
    />
  );
}

/** Under VICIdial's own names of them; those without a value are left out. */
function AllFields({ lead }: { readonly lead: LeadRecord }) {
  const { t } = useText();
  return (
    <details class="more">
      <summary aria-label={t('supervisorFieldsOf', lead.lead_id)}>{t('supervisorShow')}</summary>
      <dl class="fields">
        {Object.entries(lead)
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <>
              <dt key={name}>
                <bdi dir="ltr">{name}</bdi>
              </dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </>
          ))}
      </dl>
    </details>
  );
}
