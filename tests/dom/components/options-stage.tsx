import { vi } from 'vitest';
import type { KeyCommand } from '../../../components/keyboard/keys.ts';
import type { NumberTryProps } from '../../../components/options/number-try.tsx';
import { OptionsView } from '../../../components/options/options-view.tsx';
import type { SettingsFileProps } from '../../../components/options/settings-file.tsx';
import type { EditableSettings, EnabledSite } from '../../../lib/messages/protocol.ts';
import { explainLines } from '../../../lib/phone/explain-text.ts';
import { NO_POLICY, type Policy } from '../../../lib/settings/policy.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/schema.ts';
import { show } from './mount.tsx';

export const SETTINGS: EditableSettings = {
  ...DEFAULT_SETTINGS,
  regions: ['US', 'GB', 'DE'],
  pauseCodes: [{ code: 'LUNCH', name: 'Lunch break' }],
  dispositions: [],
  transferIngroups: [],
  pauseBeforeDial: 'ask',
  dialPauseCode: '',
  webphoneHosts: ['phone.example.com'],
  siteMode: 'buttons',
  siteModes: [],
  notNumbers: [],
  numbersInNotices: false,
  keepCalls: false,
};

export const onDisable = vi.fn(async (_patterns: readonly string[]) => null);
const onSetUp = vi.fn();
export const keys = {
  read: vi.fn(async (): Promise<readonly KeyCommand[]> => []),
  change: vi.fn(),
  hasHelpKey: vi.fn(async () => true),
};
export const onSave = vi.fn();
export const onRead = vi.fn<SettingsFileProps['onRead']>();
export const onReport = vi.fn(async (withNames: boolean) => (withNames ? 'crm.example' : 'no names'));
export const onCopy = vi.fn(async (_text: string) => true);
export const onWipe = vi.fn(async () => null);
export const onErase = vi.fn(async () => null);
export const onChange = vi.fn<(change: Partial<EditableSettings>) => Promise<unknown>>();

/** The finder itself, for two countries. */
const NUMBER_TRY: NumberTryProps = {
  onExplain: (text, label) => explainLines(text, ['US', 'GB'], label),
  regions: ['US', 'GB'],
};

const SITES: readonly EnabledSite[] = [
  { host: null, patterns: ['https://*/*', 'http://*/*'] },
  { host: 'crm.example', patterns: ['https://crm.example/*'] },
];

interface Surroundings {
  readonly sites?: readonly EnabledSite[];
  readonly policy?: Partial<Policy>;
}

export function showOptions(change: Partial<EditableSettings> = {}, { sites = SITES, policy = {} }: Surroundings = {}) {
  show(
    <OptionsView
      settings={{ ...SETTINGS, ...change }}
      sites={sites}
      policy={{ ...NO_POLICY, ...policy }}
      regions={['US', 'GB', 'DE', 'FR']}
      onChange={onChange}
      onDisable={onDisable}
      onErase={onErase}
      onWipe={onWipe}
      onSetUp={onSetUp}
      file={{ onSave, onRead }}
      diagnostics={{ onReport, onCopy }}
      numberTry={NUMBER_TRY}
      keys={keys}
      onFirstSteps={() => undefined}
      onSupervise={() => undefined}
    />,
  );
}

export const words = () => document.body.textContent;
export const field = (name: string) => document.querySelector(`[name=${name}]`) as HTMLInputElement;

/** Before each test: nothing was asked yet, and a change can be stored. */
export function resetOptions() {
  vi.clearAllMocks();
  onChange.mockResolvedValue(null);
}
