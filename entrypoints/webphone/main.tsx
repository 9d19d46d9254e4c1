import '../../components/theme.css';
import '../../components/webphone.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { TextProvider } from '../../components/text.tsx';
import { WebphoneView } from '../../components/webphone-view.tsx';
import { explainCommand } from '../../lib/messages/explain.ts';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import { sendPanel } from '../../lib/messages/panel-client.ts';
import { createPageText } from '../popup/page-text.ts';

// In memory of this page and in the frame's src, nowhere else: the URL holds a SIP secret.
const url = signal<string | null | undefined>(undefined);

async function takeUrl(): Promise<void> {
  url.value = await sendPanel('webphone.takeUrl').catch(() => null);
}

async function ask(name: 'webphone.ringMe' | 'webphone.open'): Promise<Explanation | null> {
  try {
    const answer = await (name === 'webphone.open' ? sendPanel(name, { allowHost: null }) : sendPanel(name));
    return answer.ok ? null : { ...explainCommand(answer.failure), action: null };
  } catch {
    return explain('commandFailed');
  }
}

async function reopen(): Promise<Explanation | null> {
  const failed = await ask('webphone.open');
  if (!failed) await takeUrl();
  return failed;
}

void takeUrl();
const Page = () => <WebphoneView url={url.value} onReopen={reopen} onRingMe={() => ask('webphone.ringMe')} />;
render(
  <TextProvider tools={createPageText()}>
    <Page />
  </TextProvider>,
  document.body,
);
