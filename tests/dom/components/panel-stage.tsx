import { afterEach, beforeEach, vi } from 'vitest';
import { Panel } from '../../../components/panel/panel.tsx';
import type { AgentPhase } from '../../../lib/agent/state/agent-state.ts';
import type { PanelState } from '../../../lib/messages/panel-state.ts';
import type { SiteState } from '../../../lib/messages/protocol.ts';
import { control, hide, show } from './mount.tsx';
import { createCommands } from './panel-commands.ts';
import { agentIn, panelState, SIGNED_IN, SITE } from './panel-states.ts';

/** What the panel under test asks for; new for each test. */
export let commands = createCommands();
export const site = {
  enable: vi.fn(),
  disable: vi.fn(),
  findOnce: vi.fn(),
  setMode: vi.fn(),
  collect: vi.fn(async () => 3),
};

beforeEach(() => {
  commands = createCommands();
  vi.clearAllMocks();
});
afterEach(hide);

export function showPanel(
  change: Partial<PanelState> = {},
  siteState: SiteState = SITE,
  layout: 'popup' | 'side' = 'popup',
): void {
  const state = panelState(change);
  show(
    <Panel
      state={state}
      connection={state.connection.status === 'signedIn' ? state.connection : SIGNED_IN}
      commands={commands}
      site={siteState}
      siteCommands={site}
      layout={layout}
    />,
  );
}

/** The panel of an agent in that phase. */
export function showPhase(phase: AgentPhase, change: Partial<PanelState> = {}): void {
  showPanel({ agent: agentIn(phase), ...change });
}

export const words = () => document.body.textContent;
export const button = (name: string | RegExp) => control('button', name);
export const isDisabled = (name: string) => button(name).getAttribute('aria-disabled') === 'true';
export const reasonOf = (name: string) => {
  const id = button(name).getAttribute('aria-describedby');
  return id === null ? null : document.getElementById(id)?.textContent;
};
export const field = (label: string) => {
  const found = [...document.querySelectorAll('label')].find((each) => each.textContent === label);
  return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement;
};
