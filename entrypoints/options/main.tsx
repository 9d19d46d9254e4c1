import '../../components/theme.css';
import '../../components/options.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { OptionsView } from '../../components/options/options-view.tsx';
import { TextProvider } from '../../components/text.tsx';
import { QUIET_PORT, sendPanel } from '../../lib/messages/panel-client.ts';
import type { EditableSettings, EnabledSite } from '../../lib/messages/protocol.ts';
import { openOwnPage } from '../../lib/platform/own-page.ts';
import type { Policy } from '../../lib/settings/policy.ts';
import { createPageText } from '../popup/page-text.ts';
import { watchPanel } from '../popup/panel-page.tsx';
import { listRegions } from '../popup/regions.ts';

const settings = signal<EditableSettings | null>(null);
const sites = signal<readonly EnabledSite[]>([]);
const policy = signal<Policy | null>(null);

async function readSettings(): Promise<void> {
  [settings.value, sites.value, policy.value] = await Promise.all([
    sendPanel('settings.read'),
    sendPanel('site.list'),
    sendPanel('settings.policy'),
  ]);
}

async function change(part: Partial<EditableSettings>): Promise<void> {
  await sendPanel('settings.write', part);
  await readSettings();
}

async function erase(): Promise<void> {
  await sendPanel('session.erase');
  await readSettings();
}

async function disable(patterns: readonly string[]): Promise<void> {
  await sendPanel('site.remove', { patterns });
  await readSettings();
}

// The background learns that the agent looks at Dialside, and notifies nothing meanwhile.
// A new word of the company comes with a new state.
watchPanel(QUIET_PORT).subscribe(() => void readSettings());
// Another window may have changed them, for example by allowing a webphone host.
addEventListener('focus', () => void readSettings());

const regions = listRegions();
const Page = () =>
  settings.value && (
    <OptionsView
      settings={settings.value}
      sites={sites.value}
      regions={regions}
      policy={policy.value}
      onChange={change}
      onDisable={disable}
      onErase={erase}
      onFirstSteps={() => void openOwnPage('welcome.html')}
      onSetUp={() => void openOwnPage('setup.html')}
      onSupervise={() => void openOwnPage('supervisor.html')}
    />
  );
render(
  <TextProvider tools={createPageText('optionsTitle')}>
    <Page />
  </TextProvider>,
  document.body,
);
