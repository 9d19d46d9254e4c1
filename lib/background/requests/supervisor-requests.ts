import type { Handlers } from '../../messages/bus.ts';
import type { PanelRequests } from '../../messages/protocol.ts';
import { isPageNamed, type Sender } from '../../platform/sender.ts';
import { fail } from '../../result.ts';
import type { Supervisor } from '../supervisor/supervisor.ts';

type SupervisorHandlers = Pick<Handlers<PanelRequests, Sender>, Extract<keyof PanelRequests, `supervisor.${string}`>>;

const NOBODY = { code: 'notSignedIn' } as const;

/** What the supervisor's page may ask; to every other page nobody is signed in there. */
export function createSupervisorHandlers(supervisor: Supervisor): SupervisorHandlers {
  const isOwn = (sender: Sender) => isPageNamed(sender, 'supervisor.html');
  return {
    'supervisor.state': (_, sender) => (isOwn(sender) ? supervisor.state() : { status: 'signedOut', server: '' }),
    'supervisor.signIn': (request, sender) =>
      isOwn(sender) ? supervisor.signIn(request) : fail({ code: 'permissionMissing', origin: '' }),
    'supervisor.signOut': (_, sender) => (isOwn(sender) ? supervisor.signOut() : null),
    'supervisor.agents': (_, sender) => (isOwn(sender) ? supervisor.agents() : fail(NOBODY)),
    'supervisor.campaigns': (_, sender) => (isOwn(sender) ? supervisor.campaigns() : fail(NOBODY)),
    'supervisor.queues': (request, sender) => (isOwn(sender) ? supervisor.queues(request) : fail(NOBODY)),
    'supervisor.hopper': (request, sender) => (isOwn(sender) ? supervisor.hopper(request) : fail(NOBODY)),
    'supervisor.figures': (request, sender) => (isOwn(sender) ? supervisor.figures(request) : fail(NOBODY)),
    'supervisor.campaignCalls': (request, sender) => (isOwn(sender) ? supervisor.campaignCalls(request) : fail(NOBODY)),
    'supervisor.doNotCall': (request, sender) => (isOwn(sender) ? supervisor.doNotCall(request) : fail(NOBODY)),
    'supervisor.changeDoNotCall': (request, sender) =>
      isOwn(sender) ? supervisor.changeDoNotCall(request) : fail(NOBODY),
    'supervisor.altUrls': (question, sender) => (isOwn(sender) ? supervisor.altUrls(question) : fail(NOBODY)),
    'supervisor.changeAltUrl': (change, sender) => (isOwn(sender) ? supervisor.changeAltUrl(change) : fail(NOBODY)),
    'supervisor.leads': (question, sender) => (isOwn(sender) ? supervisor.leads(question) : fail(NOBODY)),
    'supervisor.changeCampaign': (request, sender) =>
      isOwn(sender) ? supervisor.changeCampaign(request) : fail(NOBODY),
  };
}
