import '../../components/theme.css';
import '../../components/options/options.css';
import '../../components/keyboard/keyboard.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { OptionsView } from '../../components/options/options-view.tsx';
import { TextProvider } from '../../components/text.tsx';
import { diagnosticReport } from '../../lib/diagnostics/report.ts';
import { QUIET_PORT, sendPanel } from '../../lib/messages/panel-client.ts';
import type { EditableSettings, EnabledSite } from '../../lib/messages/protocol.ts';
import { explainLines } from '../../lib/phone/explain-text.ts';
import type { Region } from '../../lib/phone/phone-number.ts';
import { browser } from '../../lib/platform/extension-api.ts';
import { openOwnPage } from '../../lib/platform/own-page.ts';
import { NO_POLICY, type Policy } from '../../lib/settings/policy.ts';
import { readSettingsFile, writeSettingsFile } from '../../lib/settings/settings-file.ts';
import { copyText } from '../popup/copy-text.ts';
import { KEYS } from '../popup/keys.ts';
import { createPageText } from '../popup/page-text.ts';
import { watchPanel } from '../popup/panel-page.tsx';
import { listRegions } from '../popup/regions.ts';
import { createReadings } from './readings.ts';

const settings = signal<EditableSettings | null>(null);
const sites = signal<readonly EnabledSite[]>([]);
const policy = signal<Policy | null>(null);

const readings = createReadings(
  () => Promise.all([sendPanel('settings.read'), sendPanel('site.list'), sendPanel('settings.policy')]),
  (answers) => {
    [settings.value, sites.value, policy.value] = answers;
  },
);
const change = (part: Partial<EditableSettings>) => readings.change(() => sendPanel('settings.write', part));
const erase = () => readings.change(() => sendPanel('session.erase'));
const wipe = () => readings.change(() => sendPanel('session.wipe'));
const disable = (patterns: readonly string[]) => readings.change(() => sendPanel('site.remove', { patterns }));

function readFile(text: string, now: EditableSettings) {
  return readSettingsFile(text, now, policy.value?.locked ?? []);
}

function saveFile(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: url, download: 'dialside-settings.json' }).click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

async function report(withNames: boolean): Promise<string> {
  const [state, permissions, known] = await Promise.all([
    sendPanel('panel.state'),
    browser.permissions.getAll(),
    sendPanel('settings.read'),
  ]);
  const installation = {
    version: browser.runtime.getManifest().version,
    userAgent: navigator.userAgent,
    language: browser.i18n.getUILanguage(),
    granted: permissions.origins ?? [],
    ...{ state, settings: known, policy: policy.value ?? NO_POLICY },
  };
  return diagnosticReport(installation, { withNames });
}

// The background learns that the agent looks at Dialside, and notifies nothing meanwhile.
// A new word of the company comes with a new state.
const state = watchPanel(QUIET_PORT);
state.subscribe(() => void readings.read());
// Another window may have changed them, for example by allowing a webphone host.
addEventListener('focus', () => void readings.read());

const regions = listRegions();
const Page = () => {
  const now = settings.value;
  if (!now) return null;
  // As on pages: that of the sign-in first.
  const read = [...new Set([...(state.value ? [state.value.region] : []), ...now.regions])] as Region[];
  return (
    <OptionsView
      settings={now}
      sites={sites.value}
      regions={regions}
      policy={policy.value}
      onChange={change}
      onDisable={disable}
      onErase={erase}
      onWipe={wipe}
      file={{ onSave: () => saveFile(writeSettingsFile(now)), onRead: (text) => readFile(text, now) }}
      diagnostics={{ onReport: report, onCopy: copyText }}
      numberTry={{ onExplain: (text, label) => explainLines(text, read, label), regions: read }}
      keys={KEYS}
      onFirstSteps={() => void openOwnPage('welcome.html')}
      onSetUp={() => void openOwnPage('setup.html')}
      onSupervise={() => void openOwnPage('supervisor.html')}
    />
  );
};
render(
  <TextProvider tools={createPageText('optionsTitle')}>
    <Page />
  </TextProvider>,
  document.body,
);
