import { useState } from 'preact/hooks';
import type { CallRecord, DialView } from '../lib/agent/dial-view.ts';
import { describeStage } from '../lib/messages/describe.ts';
import { explainCommand, explainDial, explainNumber } from '../lib/messages/explain.ts';
import { explainScreen } from '../lib/messages/explain-screen.ts';
import { explainVicidial } from '../lib/messages/explain-vicidial.ts';
import { type Explanation, explain, type WayOut } from '../lib/messages/explanation.ts';
import type { CommandProblem, ConnectionView, PanelState } from '../lib/messages/panel-state.ts';
import type { SiteState } from '../lib/messages/protocol.ts';
import type { Result } from '../lib/result.ts';
import { AgentStatus } from './agent-status.tsx';
import { CallCard } from './call-card.tsx';
import { CallHistory } from './call-history.tsx';
import { DialPad } from './dial-pad.tsx';
import { Icon } from './icon.tsx';
import type { PanelCommands } from './panel-commands.ts';
import { isOnCall, PauseControl } from './pause-control.tsx';
import { PhoneActions } from './phone-actions.tsx';
import { Problem } from './problem.tsx';
import { type SiteCommands, SiteSwitch } from './site-switch.tsx';
import { useText } from './text.tsx';

interface PanelProps {
  readonly state: PanelState;
  readonly connection: Extract<ConnectionView, { status: 'signedIn' }>;
  readonly commands: PanelCommands;
  /** Null until known, and where there is no page to speak of. */
  readonly site: SiteState | null;
  readonly siteCommands: SiteCommands;
  /** Popup: everything without scrolling. Side panel: as tall as the window. */
  readonly layout: 'popup' | 'side';
}

// So that a popup stays below the 600 px a browser gives it, with and without a call card.
const POPUP_CALLS = { withCard: 2, alone: 3 };

/** Everything a signed-in agent sees. */
export function Panel({ state, connection, commands, site, siteCommands, layout }: PanelProps) {
  const tools = useText();
  const { t } = tools;
  const [dismissed, setDismissed] = useState<string | null>(null);
  const [failed, setFailed] = useState<Explanation | null>(null);

  const run = async (command: Promise<Explanation | null>) => {
    setFailed(null);
    setFailed(await command.catch(() => explain('commandFailed')));
  };
  const dial = async (text: string): Promise<Explanation | null> => {
    setFailed(null);
    try {
      const answer = await commands.dial(text);
      if (answer.ok) return null;
      const { failure } = answer;
      return failure.code === 'number' ? explainNumber(failure.failure, tools) : explainDial(failure, tools);
    } catch {
      return explain('commandFailed');
    }
  };
  const act = (command: Promise<Result<null, CommandProblem>>) =>
    run(command.then((answer) => (answer.ok ? null : explainCommand(answer.failure))));
  const send = (command: Promise<null>) => run(command);
  const redial = (call: DialView | CallRecord) => run(dial(dialText(call)));
  const cancel = (id: string) =>
    run(commands.cancelDial(id).then((answer) => (answer.ok ? null : explainDial(answer.failure, tools))));
  const takeWayOut = (wayOut: WayOut) => {
    switch (wayOut.kind) {
      case 'showScreen':
        return act(commands.showScreen());
      case 'retry':
        return send(commands.refresh());
      case 'pause':
        return act(commands.pause(null));
      case 'signIn':
        return send(commands.signOut());
      case 'options':
        return commands.openOptions();
      case 'allowHost':
        return act(commands.openWebphone(wayOut.host));
    }
  };

  const { agent } = state;
  const card = state.dial && state.dial.id !== dismissed ? state.dial : null;
  const calling = card !== null && describeStage(card.stage).next !== 'over';
  // A running call says itself what holds it.
  const problem = failed ?? problemOf(state, connection) ?? (calling ? null : explainScreen(state.screen));

  return (
    <main class={`panel ${layout}`}>
      <h1 class="unseen">{t('panelTitle')}</h1>
      <div class="agent-block">
        <AgentStatus agent={agent} pauseCodes={state.pauseCodes} quiet={calling} />
        <PauseControl
          phase={agent.phase}
          pauseCodes={state.pauseCodes}
          pending={state.pending}
          canHangUp={!calling && isOnCall(agent.phase)}
          onPause={(pauseCode) => act(commands.pause(pauseCode))}
          onResume={() => act(commands.resume())}
          onHangUp={() => act(commands.hangUp())}
          onShowScreen={() => act(commands.showScreen())}
          onOptions={commands.openOptions}
        />
      </div>
      {problem && <Problem explanation={problem} onWayOut={takeWayOut} />}
      {card && (
        <CallCard
          dial={card}
          pending={state.pending}
          onHangUp={() => act(commands.hangUp())}
          onCancel={cancel}
          onShowScreen={() => act(commands.showScreen())}
          onCallAgain={redial}
          onDismiss={setDismissed}
          onWayOut={takeWayOut}
        />
      )}
      <DialPad region={state.region} keypadOpen={layout === 'side'} takeFocus={layout === 'popup'} onDial={dial} />
      <CallHistory
        calls={state.history}
        shown={layout === 'side' ? state.history.length : POPUP_CALLS[card ? 'withCard' : 'alone']}
        onRedial={redial}
      />
      <PhoneActions
        onOpenWebphone={() => act(commands.openWebphone(null))}
        onRingMe={() => act(commands.ringMe())}
        onShowScreen={() => act(commands.showScreen())}
      />
      {site && <SiteSwitch site={site} commands={siteCommands} />}
      <footer class="panel-foot">
        <p title={t('menuAs', connection.agentUser, hostOf(connection.server))}>
          {connection.agentUser} · {hostOf(connection.server)}
        </p>
        <button type="button" class="link" onClick={commands.openOptions}>
          <Icon name="gear" />
          {t('menuOptions')}
        </button>
        <button type="button" class="link" onClick={() => send(commands.signOut())}>
          <Icon name="signOut" />
          {t('menuSignOut')}
        </button>
      </footer>
    </main>
  );
}

/** What the agent asked for comes before what happens by itself. */
function problemOf(state: PanelState, connection: { readonly problem: Parameters<typeof explainVicidial>[0] | null }) {
  if (state.problem) return explainCommand(state.problem);
  return connection.problem ? explainVicidial(connection.problem) : null;
}

function dialText(call: DialView | CallRecord): string {
  const { e164, extension } = 'number' in call ? call.number : call;
  return extension === null ? e164 : `${e164} ext. ${extension}`;
}

function hostOf(server: string): string {
  return URL.canParse(server) ? new URL(server).host : server;
}
