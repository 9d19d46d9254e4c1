import { viewOfDial } from '../agent/dial.ts';
import type { SeenScreen } from '../agent/screen-reading.ts';
import { PANEL_PORT } from '../messages/panel-client.ts';
import type { ConnectionView, PanelState, ScreenView } from '../messages/panel-state.ts';
import type { Port } from '../platform/ports.ts';
import type { SessionState } from '../session/session-store.ts';
import type { Settings } from '../settings/schema.ts';

/** What extension pages may see of the session: no credential, no webphone URL. */
export function panelStateOf(session: SessionState, settings: Settings, isLocked = false): PanelState {
  return {
    connection: connectionViewOf(session, settings, isLocked),
    agent: session.agent,
    screen: screenViewOf(session.screen),
    dial: session.dial && viewOfDial(session.dial),
    history: session.history,
    pauseCodes: settings.pauseCodes,
    dispositions: settings.dispositions,
    transferIngroups: settings.transferIngroups,
    finish: session.finish && { step: session.finish.step, problem: session.finish.problem },
    region: session.connection?.region ?? settings.regions[0] ?? 'US',
    pending: session.pending,
    problem: session.problem,
  };
}

function screenViewOf(screen: SeenScreen | null): ScreenView {
  if (!screen?.isOpen) return { seen: false, alive: false, kind: null, boxes: [], hidden: false };
  const { isAlive, kind, boxes, isHidden } = screen;
  return { seen: true, alive: isAlive, kind, boxes, hidden: isHidden };
}

function connectionViewOf(session: SessionState, settings: Settings, isLocked: boolean): ConnectionView {
  const { connection, connectionProblem, statusLoginRefused } = session;
  if (!connection)
    return { status: 'signedOut', remembered: settings.remembered, isLocked, problem: connectionProblem };
  return {
    status: 'signedIn',
    server: connection.server,
    agentUser: connection.agentUser,
    statusLoginRefused,
    problem: connectionProblem,
  };
}

export interface PanelFeed {
  /** Serves a port that an extension page opened; the caller has checked who it is. */
  accept(port: Port): void;
  /** Pushes the newest state to every open page. */
  push(): Promise<void>;
}

/** Pushes the whole state to every open popup, panel and options page, and tells whether one is open. */
export function createPanelFeed(deps: {
  readonly state: () => Promise<PanelState>;
  readonly onOpenChange: (anyOpen: boolean) => void;
}): PanelFeed {
  const ports = new Set<Port>();
  const push = async () => {
    if (ports.size === 0) return;
    const state = await deps.state();
    for (const port of ports) port.postMessage(state);
  };
  return {
    push,
    accept(port) {
      if (port.name !== PANEL_PORT) return;
      ports.add(port);
      deps.onOpenChange(true);
      port.onDisconnect.addListener(() => {
        ports.delete(port);
        deps.onOpenChange(ports.size > 0);
      });
      void deps.state().then((state) => ports.has(port) && port.postMessage(state));
    },
  };
}
