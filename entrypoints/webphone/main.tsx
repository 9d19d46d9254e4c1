import '../../components/theme.css';
import '../../components/webphone.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { TextProvider } from '../../components/text.tsx';
import { WebphoneView } from '../../components/webphone-view.tsx';
import { explainCommand } from '../../lib/messages/explain.ts';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import { sendPanel } from '../../lib/messages/panel-client.ts';
import type { CommandProblem } from '../../lib/messages/panel-state.ts';
import type { Result } from '../../lib/result.ts';
import { createPageText } from '../popup/page-text.ts';

// In memory of this page and in the frame's src, nowhere else: the URL holds a SIP secret.
const url = signal<string | null | undefined>(undefined);

async function takeUrl(): Promise<void> {
  url.value = await sendPanel('webphone.takeUrl').catch(() => null);
}

async function explained(answer: Promise<Result<null, CommandProblem>>): Promise<Explanation | null> {
  try {
    const result = await answer;
    return result.ok ? null : keepAllowHost(explainCommand(result.failure));
  } catch {
    return explain('commandFailed');
  }
}

/** The only way out that leads anywhere from this window. */
function keepAllowHost(explanation: Explanation): Explanation {
  return explanation.action?.kind === 'allowHost' ? explanation : { ...explanation, action: null };
}

async function reopen(allowHost: string | null): Promise<Explanation | null> {
  const failed = await explained(sendPanel('webphone.open', { allowHost }));
  if (!failed) await takeUrl();
  return failed;
}

void takeUrl();
const Page = () => (
  <WebphoneView url={url.value} onReopen={reopen} onRingMe={() => explained(sendPanel('webphone.ringMe'))} />
);
render(
  <TextProvider tools={createPageText('webphoneTitle')}>
    <Page />
  </TextProvider>,
  document.body,
);
