import type { SupervisorCommands } from '../../components/supervisor/commands.ts';
import { sendPanel } from '../../lib/messages/panel-client.ts';
import type { CampaignChangeRequest, Hopper, InSession, SupervisorAnswer } from '../../lib/messages/supervisor.ts';
import type { ShownLogin } from './shown-login.ts';

/** With what the list of campaigns asks for. */
interface PageCommands extends SupervisorCommands {
  readonly hopper: (question: { readonly campaign: string }) => Promise<SupervisorAnswer<Hopper>>;
  readonly changeCampaign: (change: CampaignChangeRequest) => Promise<SupervisorAnswer<null>>;
}

/** What the sections ask for, each with the sign-in that is shown when it is asked. */
export function createCommands(login: ShownLogin): PageCommands {
  const asked =
    <Q, T>(send: (asked: InSession<Q>) => Promise<SupervisorAnswer<T>>) =>
    async (question: Q) => {
      const session = login.session();
      const answer = await send({ session, question });
      if (!answer.ok) await login.isStillIn(answer, session);
      return answer;
    };
  return {
    figures: asked((question) => sendPanel('supervisor.figures', question)),
    campaignCalls: asked((question) => sendPanel('supervisor.campaignCalls', question)),
    doNotCall: asked((question) => sendPanel('supervisor.doNotCall', question)),
    changeDoNotCall: asked((change) => sendPanel('supervisor.changeDoNotCall', change)),
    leads: asked((question) => sendPanel('supervisor.leads', question)),
    altUrls: asked((question) => sendPanel('supervisor.altUrls', question)),
    changeAltUrl: asked((change) => sendPanel('supervisor.changeAltUrl', change)),
    hopper: asked((question) => sendPanel('supervisor.hopper', question)),
    changeCampaign: asked((change) => sendPanel('supervisor.changeCampaign', change)),
    saveFile,
  };
}

function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
