import { withAsked } from '../../agent/call/asked-phase.ts';
import { viewOfDial } from '../../agent/dial/dial.ts';
import { withOutcomes } from '../../agent/list/dial-list.ts';
import { isOnCall } from '../../agent/state/pending-command.ts';
import type { SeenScreen } from '../../agent/state/screen-reading.ts';
import { PANEL_PORT, QUIET_PORT } from '../../messages/panel-client.ts';
import type { ConnectionView, PanelState, ScreenView } from '../../messages/panel-state.ts';
import type { Port } from '../../platform/ports.ts';
import type { SessionState } from '../../session/session-store.ts';
import type { Settings } from '../../settings/schema.ts';
import { pageFieldsOf } from '../page-fields.ts';
import { canPreview } from '../previews.ts';
import { serviceLoginOf } from '../service-credentials.ts';

/** What extension pages may see of the session: no credential, no webphone URL. */
export function panelStateOf(session: SessionState, settings: Settings, isLocked = false): PanelState {
  const agent = withAsked(session.agent, session.askedPhase);
  return {
    connection: connectionViewOf(session, settings, isLocked),
    agent,
    screen: isOnCall(agent.phase) ? withoutReload(screenViewOf(session.screen)) : screenViewOf(session.screen),
    dial: session.dial && viewOfDial(session.dial),
    dialList: withOutcomes(session.dialList, session.history),
    history: session.history,
    pauseCodes: settings.pauseCodes,
    callPauseCode: settings.dialPauseCode,
    dispositions: settings.dispositions,
    transferIngroups: settings.transferIngroups,
    finish: finishViewOf(session),
    region: session.connection?.region ?? settings.regions[0] ?? 'US',
    pending: session.pending,
    problem: session.problem,
    ...(session.connection?.clockAheadMs !== undefined && { clockAheadMs: session.connection.clockAheadMs }),
    rungAt: session.rungAt,
    ...(session.beganWithoutScreen && { beganWithoutScreen: true as const }),
    ...(session.asksForPauseCode && { asksForPauseCode: true as const }),
    ...(session.isPhoneGone && { isPhoneGone: true as const }),
    ...(session.phoneHeard && { phoneHeard: true as const }),
    microphoneHeard: session.microphoneHeard,
    ...recordViewOf(session),
    ...pageFieldsViewOf(session),
    ...(session.handedOver && { handedOverTo: session.handedOver.to }),
    ...(session.connection && serviceLoginOf(session.connection) && { readsLeads: true as const }),
    ...(canPreview(session, settings.policy) && { canPreview: true as const }),
  };
}

function finishViewOf({ finish }: SessionState): PanelState['finish'] {
  return (
    finish && { step: finish.step, problem: finish.problem, ...(finish.isUnknown && { isUnknown: true as const }) }
  );
}

function pageFieldsViewOf(session: SessionState): Pick<PanelState, 'pageFields'> {
  const pageFields = pageFieldsOf(session);
  return pageFields ? { pageFields } : {};
}

/** Its address stays in the background. */
function recordViewOf({ pop, followedCall }: SessionState): Pick<PanelState, 'record'> {
  if (!pop || pop.step === 'none' || pop.callStartedAt !== followedCall?.startedAt) return {};
  return { record: pop.step === 'missing' ? { step: pop.step, field: pop.field } : { step: pop.step } };
}

/** The agent screen as Dialside's own pages see it. */
export function screenViewOf(screen: SeenScreen | null): ScreenView {
  if (!screen?.isOpen) return { seen: false, alive: false, kind: null, boxes: [], hidden: false };
  const { isAlive, kind, boxes, isHidden, isSessionLost } = screen;
  const view = { seen: true, alive: isAlive, kind, boxes, hidden: isHidden };
  return isSessionLost ? { ...view, sessionLost: isSessionLost } : view;
}

/** To log in anew would cost the call, on no more than the pace of polls: then the screen is only said to stand still. */
function withoutReload({ sessionLost: _, ...view }: ScreenView): ScreenView {
  return view;
}

function connectionViewOf(session: SessionState, settings: Settings, isLocked: boolean): ConnectionView {
  const { connection, connectionProblem, statusLoginRefused, isStatusLoginInDoubt } = session;
  if (!connection)
    return { status: 'signedOut', remembered: settings.remembered, isLocked, problem: connectionProblem };
  return {
    status: 'signedIn',
    server: connection.server,
    agentUser: connection.agentUser,
    statusLoginRefused: statusLoginRefused !== null,
    ...(isStatusLoginInDoubt && { isStatusLoginInDoubt }),
    dialMethod: connection.dialMethod,
    ...(connection.signedInAt !== undefined && { signedInAt: connection.signedInAt }),
    problem: connectionProblem,
  };
}

export interface PanelFeed {
  /**
   * Serves a port that an extension page opened; the caller has checked who it is. What the page says is heard at once, also
   * that it leaves; it is told the state once the stored session is `ready`.
   */
  accept(port: Port, ready: Promise<unknown>): void;
  /** Pushes the newest state to every open page. */
  push(): Promise<void>;
  /** True while one of Dialside's own pages can be seen: what it shows need not be notified. */
  isSeen(): boolean;
  /** True while a page that shows the agent and his call can be seen. */
  isCallSeen(): boolean;
}

interface OpenPage {
  readonly port: Port;
  isVisible: boolean;
  /** Gets the state from now on. */
  isServed: boolean;
}

/**
 * Pushes the whole state to every open page of Dialside's own, and tells whether one is open for which the dialer is asked:
 * the webphone's window stands open all day.
 */
export function createPanelFeed(deps: {
  readonly state: () => Promise<PanelState>;
  readonly onOpenChange: (anyOpen: boolean) => void;
}): PanelFeed {
  const pages = new Set<OpenPage>();
  const served = () => [...pages].filter(({ isServed }) => isServed);
  const tellOpen = ({ port, isServed }: OpenPage) => {
    if (isServed && port.name === PANEL_PORT) deps.onOpenChange(served().some((each) => each.port.name === PANEL_PORT));
  };
  const serve = async (page: OpenPage) => {
    if (!pages.has(page)) return;
    page.isServed = true;
    tellOpen(page);
    const state = await deps.state();
    if (pages.has(page)) tell(page, state);
  };
  const leave = (page: OpenPage) => {
    pages.delete(page);
    tellOpen(page);
  };
  const tell = (page: OpenPage, state: PanelState) => {
    try {
      page.port.postMessage(state);
    } catch {
      // It has left, and the browser has not said so: the others must be told all the same.
      leave(page);
    }
  };
  return {
    async push() {
      if (served().length === 0) return;
      const state = await deps.state();
      for (const page of served()) tell(page, state);
    },
    isSeen: () => [...pages].some(({ isVisible }) => isVisible),
    isCallSeen: () => [...pages].some(({ isVisible, port }) => isVisible && port.name === PANEL_PORT),
    accept(port, ready) {
      if (port.name !== PANEL_PORT && port.name !== QUIET_PORT) return;
      // Somebody has just opened it; a page that is hidden says so at once.
      const page = { port, isVisible: true, isServed: false };
      pages.add(page);
      port.onMessage.addListener((message) => {
        page.isVisible = message === true;
      });
      port.onDisconnect.addListener(() => leave(page));
      void ready.then(() => serve(page));
    },
  };
}
