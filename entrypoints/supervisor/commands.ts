import type { SupervisorCommands } from '../../components/supervisor/commands.ts';
import { sendPanel } from '../../lib/messages/panel-client.ts';
import type { SupervisorAnswer } from '../../lib/messages/supervisor.ts';

/** What the sections ask for; `onFailure` hears of each question that failed. */
export function createCommands(onFailure: (answer: SupervisorAnswer<unknown>) => Promise<boolean>): SupervisorCommands {
  const heard = async <T>(answered: Promise<SupervisorAnswer<T>>) => {
    const answer = await answered;
    if (!answer.ok) await onFailure(answer);
    return answer;
  };
  return {
    figures: (request) => heard(sendPanel('supervisor.figures', request)),
    campaignCalls: (request) => heard(sendPanel('supervisor.campaignCalls', request)),
    doNotCall: (request) => heard(sendPanel('supervisor.doNotCall', request)),
    changeDoNotCall: (request) => heard(sendPanel('supervisor.changeDoNotCall', request)),
    leads: (question) => heard(sendPanel('supervisor.leads', question)),
    altUrls: (question) => heard(sendPanel('supervisor.altUrls', question)),
    changeAltUrl: (change) => heard(sendPanel('supervisor.changeAltUrl', change)),
    saveFile,
  };
}

function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
