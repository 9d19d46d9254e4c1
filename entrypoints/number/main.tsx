import '../../components/theme.css';
import '../../components/ask-first.css';
import '../../components/number/number.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import type { NumberCommands } from '../../components/number/number-commands.ts';
import { NumberView } from '../../components/number/number-view.tsx';
import { PageOver } from '../../components/page-over.tsx';
import { TextProvider } from '../../components/text.tsx';
import { factsOf } from '../../lib/frame/number-facts.ts';
import type { PageRecord } from '../../lib/messages/number-details.ts';
import { QUIET_PORT, sendPanel } from '../../lib/messages/panel-client.ts';
import { dialableE164 } from '../../lib/phone/parse-dialable.ts';
import type { DialableNumber } from '../../lib/phone/phone-number.ts';
import { loadRecording } from '../../lib/platform/recording-sound.ts';
import { copyText } from '../popup/copy-text.ts';
import { createPageText } from '../popup/page-text.ts';
import { watchPanel } from '../popup/panel-page.tsx';

interface About {
  readonly called: DialableNumber;
  readonly record: PageRecord | null;
}

/** What this window is about; null where that is over, undefined until it is told. */
const about = signal<About | null | undefined>(undefined);
const state = watchPanel(QUIET_PORT);
const tools = createPageText('numberTitle');
// Of a time that is shifted to where it is told.
const clock = new Intl.DateTimeFormat(tools.locale, {
  ...{ weekday: 'short', hour: 'numeric', minute: '2-digit', timeZone: 'UTC' },
});
const words = { translate: tools.t, country: tools.country, clock: (at: number) => clock.format(at) };

function commandsFor(e164: string): NumberCommands {
  return {
    verdict: () => sendPanel('number.verdict', { e164 }),
    leads: () => sendPanel('number.leads', { e164 }),
    calls: () => sendPanel('number.calls', { e164 }),
    callbacks: (leadId) => sendPanel('number.callbacks', { leadId }),
    recordings: (leadId) => sendPanel('number.recordings', { leadId }),
    loadRecording,
    rights: () => sendPanel('number.rights'),
    listDoNotCall: (campaign) => sendPanel('number.listDoNotCall', { e164, campaign }),
    addLead: (lead) => sendPanel('number.addLead', { e164, lead }),
    planCallback: (leadId, callback) => sendPanel('number.planCallback', { leadId, callback }),
    updateLead: (leadId, change) => sendPanel('number.updateLead', { leadId, change }),
    removeCallbacks: (leadId) => sendPanel('number.removeCallbacks', { leadId }),
    dial: (leadId) => sendPanel('number.dial', { e164, leadId }),
    recordLead: () => sendPanel('number.recordLead', { e164 }),
    giveNumber: (leadId) => sendPanel('number.giveNumber', { e164, leadId }),
    preview: (leadId) => sendPanel('number.preview', { e164, leadId }),
    cancel: (id) => sendPanel('dial.cancel', { id }),
    copy: copyText,
  };
}

const Page = () => {
  if (about.value === null) return <PageOver title="numberGone" onClose={() => close()} />;
  if (!state.value || !about.value) return null;
  const { called, record } = about.value;
  const { connection, dial, agent, canPreview, clockAheadMs } = state.value;
  return (
    <NumberView
      called={called}
      record={record}
      // The first line is the country, which the view has above them.
      describe={(verdict) => factsOf(called, verdict, words, Date.now()).slice(1)}
      session={
        connection.status === 'signedIn'
          ? [connection.server, connection.agentUser, connection.signedInAt].join(' ')
          : null
      }
      dial={dial}
      canPreview={canPreview === true}
      campaign={agent.campaign}
      clockAheadMs={clockAheadMs}
      commands={commandsFor(called.e164)}
    />
  );
};

// Its address is written on the disk by the browser, and names no number.
async function askNumber(key: string): Promise<void> {
  const told = await sendPanel('number.about', { key }).catch(() => null);
  const called = told && dialableE164(told.e164);
  about.value = called && { called, record: told.record };
}

void askNumber(decodeURIComponent(location.hash.slice(1)));
render(
  <TextProvider tools={tools}>
    <Page />
  </TextProvider>,
  document.body,
);
