import '../../components/theme.css';
import '../../components/number/number.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import type { NumberCommands } from '../../components/number/number-commands.ts';
import { NumberView } from '../../components/number/number-view.tsx';
import { TextProvider } from '../../components/text.tsx';
import { factsOf } from '../../lib/frame/number-facts.ts';
import type { NumberVerdict } from '../../lib/messages/number-verdict.ts';
import { QUIET_PORT, sendPanel } from '../../lib/messages/panel-client.ts';
import { dialableE164 } from '../../lib/phone/parse-dialable.ts';
import { loadRecording } from '../../lib/platform/recording-sound.ts';
import { copyText } from '../popup/copy-text.ts';
import { createPageText } from '../popup/page-text.ts';
import { watchPanel } from '../popup/panel-page.tsx';

const number = dialableE164(decodeURIComponent(location.hash.slice(1)));
const state = watchPanel(QUIET_PORT);
const verdict = signal<NumberVerdict | null>(null);
const tools = createPageText('numberTitle');
// Of a time that is shifted to where it is told.
const clock = new Intl.DateTimeFormat(tools.locale, {
  ...{ weekday: 'short', hour: 'numeric', minute: '2-digit', timeZone: 'UTC' },
});
const words = { translate: tools.t, country: tools.country, clock: (at: number) => clock.format(at) };

function commandsFor(e164: string): NumberCommands {
  return {
    leads: () => sendPanel('number.leads', { e164 }),
    calls: () => sendPanel('number.calls', { e164 }),
    callbacks: (leadId) => sendPanel('number.callbacks', { leadId }),
    recordings: (leadId) => sendPanel('number.recordings', { leadId }),
    loadRecording,
    rights: () => sendPanel('number.rights'),
    listDoNotCall: (list) => sendPanel('number.listDoNotCall', { e164, list }),
    planCallback: (leadId, callback) => sendPanel('number.planCallback', { leadId, callback }),
    removeCallbacks: (leadId) => sendPanel('number.removeCallbacks', { leadId }),
    dial: (leadId) => sendPanel('number.dial', { e164, leadId }),
    cancel: (id) => sendPanel('dial.cancel', { id }),
    copy: copyText,
  };
}

const Page = () => {
  if (!state.value || !number) return null;
  const { connection, dial, agent, clockAheadMs } = state.value;
  const session = connection.status === 'signedIn' ? `${connection.server} ${connection.agentUser}` : null;
  // The first line is the country, which the view has above them.
  const [, ...lines] = factsOf(number, session === null ? null : verdict.value, words, Date.now());
  return (
    <NumberView
      called={number}
      lines={lines}
      session={session}
      dial={dial}
      campaign={agent.campaign}
      clockAheadMs={clockAheadMs}
      commands={commandsFor(number.e164)}
      onChanged={() => void askVerdict(number.e164)}
    />
  );
};

async function askVerdict(e164: string): Promise<void> {
  verdict.value = await sendPanel('number.verdict', { e164 }).catch(() => null);
}

if (number) void askVerdict(number.e164);
render(
  <TextProvider tools={tools}>
    <Page />
  </TextProvider>,
  document.body,
);
