import '../../components/theme.css';
import '../../components/confirm/confirm.css';
import { render } from 'preact';
import { ConfirmCard } from '../../components/confirm/confirm-card.tsx';
import { PageOver } from '../../components/page-over.tsx';
import { TextProvider } from '../../components/text.tsx';
import { QUIET_PORT, sendPanel } from '../../lib/messages/panel-client.ts';
import { createPageText } from '../popup/page-text.ts';
import { watchPanel } from '../popup/panel-page.tsx';

const id = decodeURIComponent(location.hash.slice(1));
// It shows no running call: no key may hang one up by it.
const state = watchPanel(QUIET_PORT);

async function answer(confirmed: boolean): Promise<void> {
  await sendPanel('dial.confirm', { id, confirmed });
  close();
}

const Page = () => {
  if (!state.value) return null;
  const { dial } = state.value;
  if (dial?.id !== id || dial.stage !== 'confirming') return <PageOver title="confirmOver" onClose={() => close()} />;
  return <ConfirmCard dial={dial} onAnswer={answer} />;
};
render(
  <TextProvider tools={createPageText('confirmTitle')}>
    <Page />
  </TextProvider>,
  document.body,
);
