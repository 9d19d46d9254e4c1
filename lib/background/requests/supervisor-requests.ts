import type { Handlers } from '../../messages/bus.ts';
import type { PanelRequests } from '../../messages/protocol.ts';
import type { InSession, SupervisorAnswer } from '../../messages/supervisor.ts';
import { isPageNamed, type Sender } from '../../platform/sender.ts';
import { fail } from '../../result.ts';
import type { Supervisor, SupervisorDesk } from '../supervisor/supervisor.ts';

type SupervisorHandlers = Pick<Handlers<PanelRequests, Sender>, Extract<keyof PanelRequests, `supervisor.${string}`>>;

/** What the supervisor's page may ask; to every other page nobody is signed in there. */
export function createSupervisorHandlers(supervisor: Supervisor): SupervisorHandlers {
  const isOwn = (sender: Sender) => isPageNamed(sender, 'supervisor.html');
  const asked =
    <Q, T>(answer: (desk: SupervisorDesk, question: Q) => Promise<SupervisorAnswer<T>>) =>
    ({ session, question }: InSession<Q>, sender: Sender): Promise<SupervisorAnswer<T>> =>
      isOwn(sender) ? answer(supervisor.desk(session), question) : Promise.resolve(fail({ code: 'notSignedIn' }));
  return {
    'supervisor.state': (_, sender) => (isOwn(sender) ? supervisor.state() : { status: 'signedOut', server: '' }),
    'supervisor.signIn': (request, sender) =>
      isOwn(sender) ? supervisor.signIn(request) : fail({ code: 'permissionMissing', origin: '' }),
    'supervisor.signOut': ({ session }, sender) => (isOwn(sender) ? supervisor.signOut(session) : null),
    'supervisor.agents': asked((desk) => desk.agents()),
    'supervisor.campaigns': asked((desk) => desk.campaigns()),
    'supervisor.queues': asked((desk, request) => desk.queues(request)),
    'supervisor.hopper': asked((desk, request) => desk.hopper(request)),
    'supervisor.figures': asked((desk, request) => desk.figures(request)),
    'supervisor.campaignCalls': asked((desk, request) => desk.campaignCalls(request)),
    'supervisor.doNotCall': asked((desk, request) => desk.doNotCall(request)),
    'supervisor.changeDoNotCall': asked((desk, request) => desk.changeDoNotCall(request)),
    'supervisor.altUrls': asked((desk, question) => desk.altUrls(question)),
    'supervisor.changeAltUrl': asked((desk, change) => desk.changeAltUrl(change)),
    'supervisor.leads': asked((desk, question) => desk.leads(question)),
    'supervisor.changeCampaign': asked((desk, request) => desk.changeCampaign(request)),
  };
}
