import type { SupervisorCommands } from '../../components/supervisor/commands.ts';
import type { sendPanel } from '../../lib/messages/panel-client.ts';
import type { CampaignChangeRequest, Hopper, InSession, SupervisorAnswer } from '../../lib/messages/supervisor.ts';
import type { ShownLogin } from './shown-login.ts';

/** With what the list of campaigns asks for. */
interface PageCommands extends SupervisorCommands {
  readonly hopper: (question: { readonly campaign: string }) => Promise<SupervisorAnswer<Hopper>>;
  readonly changeCampaign: (change: CampaignChangeRequest) => Promise<SupervisorAnswer<null>>;
}

/** What the sections ask for, each with the sign-in that is shown when it is asked. */
export function createCommands(login: ShownLogin, send: typeof sendPanel): PageCommands {
  const asked =
    <Q, T>(ask: (asked: InSession<Q>) => Promise<SupervisorAnswer<T>>) =>
    async (question: Q) => {
      const session = login.session();
      const answer = await ask({ session, question });
      // What was answered is told, also where nobody says who is signed in now.
      if (!answer.ok) await login.isStillIn(answer, session).catch(() => true);
      return answer;
    };
  return {
    figures: asked((question) => send('supervisor.figures', question)),
    campaignCalls: asked((question) => send('supervisor.campaignCalls', question)),
    doNotCall: asked((question) => send('supervisor.doNotCall', question)),
    changeDoNotCall: asked((change) => send('supervisor.changeDoNotCall', change)),
    leads: asked((question) => send('supervisor.leads', question)),
    altUrls: asked((question) => send('supervisor.altUrls', question)),
    changeAltUrl: asked((change) => send('supervisor.changeAltUrl', change)),
    hopper: asked((question) => send('supervisor.hopper', question)),
    changeCampaign: asked((change) => send('supervisor.changeCampaign', change)),
    saveFile,
  };
}

function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
