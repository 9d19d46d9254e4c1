import { type Lead, type LiveAgent, newRow, serverTime } from '../world.ts';
import { createLead, existingLead, localTimeOf } from './dial-lead.ts';
import { type FilterSettings, refusalText } from './manual-dial-filters.ts';
import { type DialAnswer, LEAD_COLUMNS, type LeadFields } from './protocol.ts';
import { campaignOf, fieldOf, type ScreenContext, type StepForm, updateAgent } from './screen-context.ts';

/** The columns that a started call empties in one update, and a refusal too as far as the request goes. */
const noRequest: Partial<LiveAgent> = {
  external_dial: '',
  external_hangup: '0',
  external_status: '',
  external_pause: '',
};

/** The step behind external_dial and behind the agent's own dialling: refuses, shows the lead, or starts the call. */
export function answerDial(context: ScreenContext, agent: LiveAgent, form: StepForm): DialAnswer {
  if (agent.status === 'INCALL') return alreadyInCall(agent);
  const campaign = campaignOf(context, agent);
  const known = existingLead(context.world, campaign, form);
  const number = fieldOf(form, 'phone_number') || (known?.phone_number ?? '');
  const refusal = refusalText(context.world, campaign, filtersOf(form), number, () =>
    localTimeOf(context.world, known, form, context.clock.now()),
  );
  if (refusal) {
    updateAgent(context, agent, { external_dial: '' });
    return { kind: 'refused', text: refusal };
  }
  const lead = known ?? createLead(context, campaign, agent, form);
  if (fieldOf(form, 'preview') === 'YES') return showPreview(context, agent, lead);
  if (fieldOf(form, 'dial_ingroup')) return startIngroupCall(context, agent, lead);
  return startCall(context, agent, { lead, number, phoneCode: fieldOf(form, 'phone_code') });
}

/** The next lead of the campaign's hopper. */
export function answerDialNext(context: ScreenContext, agent: LiveAgent, form: StepForm): DialAnswer {
  const { world } = context;
  const next = world.hopper.find((row) => row.campaign_id === agent.campaign_id && row.status === 'READY');
  const lead = world.leads.find((row) => row.lead_id === next?.lead_id);
  if (!next || !lead) {
    updateAgent(context, agent, { external_dial: '' });
    return { kind: 'refused', text: `No more leads in the hopper for campaign:\n${agent.campaign_id}` };
  }
  world.hopper = world.hopper.filter((row) => row !== next);
  const leadForm = new Map([...form, ['lead_id', lead.lead_id], ['phone_number', lead.phone_number]]);
  return answerDial(context, agent, leadForm.set('phone_code', lead.phone_code));
}

// The request stays in its column: the page meets it again at every poll.
function alreadyInCall(agent: LiveAgent): DialAnswer {
  return {
    kind: 'refused',
    text: `ERROR: ALREADY INCALL\nAgent is already in call ${agent.callerid} for lead ${agent.lead_id}`,
  };
}

function filtersOf(form: StepForm): FilterSettings {
  return { manualDialFilter: fieldOf(form, 'manual_dial_filter'), callTimeCheck: fieldOf(form, 'call_time_check') };
}

// During the preview too the request stays in its column.
function showPreview(context: ScreenContext, agent: LiveAgent, lead: Lead): DialAnswer {
  updateAgent(context, agent, { preview_lead_id: lead.lead_id });
  return { kind: 'preview', lead: fieldsOf(lead) };
}

interface NewCall {
  readonly lead: Lead;
  readonly number: string;
  readonly phoneCode: string;
}

function startCall(context: ScreenContext, agent: LiveAgent, { lead, number, phoneCode }: NewCall): DialAnswer {
  const { world, telephone } = context;
  const callId = manualCallId(context, lead);
  world.live_calls.push(
    newRow('live_calls', {
      campaign_id: agent.campaign_id,
      status: 'XFER',
      lead_id: lead.lead_id,
      callerid: callId,
      phone_code: phoneCode,
      phone_number: number,
    }),
  );
  takeLead(context, agent, lead, callId);
  telephone.dial({ callId, user: agent.user, number: `${phoneCode}${number}` });
  return { kind: 'calling', callId, lead: { ...fieldsOf(lead), phone_number: number }, display: display(number) };
}

// No telephone server hands such a call over here, so the row stays as it was seen: without a call id, and DEAD.
function startIngroupCall(context: ScreenContext, agent: LiveAgent, lead: Lead): DialAnswer {
  takeLead(context, agent, lead, '');
  return { kind: 'ingroup' };
}

function takeLead(context: ScreenContext, agent: LiveAgent, lead: Lead, callId: string): void {
  Object.assign(lead, { status: 'INCALL', user: agent.user, called_count: String(Number(lead.called_count) + 1) });
  lead.last_local_call_time = serverTime(context.clock.now());
  updateAgent(context, agent, {
    ...noRequest,
    status: 'INCALL',
    callerid: callId,
    lead_id: lead.lead_id,
    preview_lead_id: '0',
    uniqueid: '',
    channel: '',
    comments: 'MANUAL',
    calls_today: String(Number(agent.calls_today) + 1),
  });
}

/** M, nine digits of the server's date and time, and the lead in ten: `M1201649230000002001`. */
function manualCallId({ clock }: ScreenContext, lead: Lead): string {
  const digits = serverTime(clock.now()).slice(5).replace(/\D/g, '').slice(-9);
  return `M${digits}${lead.lead_id.padStart(10, '0')}`;
}

export function fieldsOf(lead: Lead): LeadFields {
  return Object.fromEntries(LEAD_COLUMNS.map((column) => [column, lead[column]])) as unknown as LeadFields;
}

/** `(727)555-1212`, the way the status line writes ten digits. */
export function display(number: string): string {
  return number.replace(/^(\d{3})(\d{3})(\d{4})$/, '($1)$2-$3');
}
