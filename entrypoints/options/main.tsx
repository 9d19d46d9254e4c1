import '../../components/theme.css';
import '../../components/options.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { OptionsView } from '../../components/options/options-view.tsx';
import { TextProvider } from '../../components/text.tsx';
import { sendPanel } from '../../lib/messages/panel-client.ts';
import type { EditableSettings } from '../../lib/messages/protocol.ts';
import { createPageText } from '../popup/page-text.ts';
import { listRegions } from '../popup/regions.ts';

const settings = signal<EditableSettings | null>(null);

async function readSettings(): Promise<void> {
  settings.value = await sendPanel('settings.read');
}

async function change(part: Partial<EditableSettings>): Promise<void> {
  await sendPanel('settings.write', part);
  await readSettings();
}

void readSettings();
// Another window may have changed them, for example by allowing a webphone host.
addEventListener('focus', () => void readSettings());

const regions = listRegions();
const Page = () => settings.value && <OptionsView settings={settings.value} regions={regions} onChange={change} />;
render(
  <TextProvider tools={createPageText('optionsTitle')}>
    <Page />
  </TextProvider>,
  document.body,
);
