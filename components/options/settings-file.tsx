import { useState } from 'preact/hooks';
import type { EditableSettings } from '../../lib/messages/protocol.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import type { SettingsFileReading } from '../../lib/settings/settings-file.ts';
import { Field } from '../field.tsx';
import { useText } from '../text.tsx';
import { FileEntries } from './file-entries.tsx';

export interface SettingsFileProps {
  readonly onSave: () => void;
  /** What a file would change; nothing is changed by that. */
  readonly onRead: (text: string) => SettingsFileReading;
  /** Tells whether the change was stored. */
  readonly onApply: (change: Partial<EditableSettings>) => Promise<boolean>;
}

const LABELS: Readonly<Record<keyof EditableSettings, MessageKey>> = {
  regions: 'optionsRegions',
  pauseCodes: 'optionsPauseCodes',
  dispositions: 'optionsDispositions',
  transferIngroups: 'optionsIngroups',
  pauseBeforeDial: 'optionsPauseBeforeDial',
  dialPauseCode: 'optionsDialPauseCode',
  webphoneHosts: 'optionsWebphoneHosts',
  siteMode: 'optionsSiteMode',
  siteModes: 'optionsSiteModes',
  notNumbers: 'optionsNotNumbers',
  numbersInNotices: 'optionsNumbersInNotices',
  keepCalls: 'optionsKeepCalls',
  lockAfterMinutes: 'optionsLockAfter',
  mostDialsPerMinute: 'optionsMostDials',
  neverDial: 'optionsNeverDial',
  alwaysAsk: 'optionsAlwaysAsk',
  alwaysAllow: 'optionsAlwaysAllow',
  recordRules: 'optionsRecords',
  screenPops: 'optionsPops',
  popWay: 'popWay',
  afterCallPages: 'optionsPages',
  helpKey: 'keysHelpSwitch',
  appearance: 'optionsAppearance',
};

/** Settings taken to another device and back, without a login. */
export function SettingsFile({ onSave, onRead, onApply }: SettingsFileProps) {
  const { t } = useText();
  const [reading, setReading] = useState<SettingsFileReading | null>(null);
  const choose = async (input: HTMLInputElement) => {
    const text = await input.files?.[0]?.text();
    setReading(text === undefined ? null : onRead(text));
  };
  const apply = async (change: Partial<EditableSettings>) => {
    // What could not be stored stays, to be tried again.
    if (await onApply(change)) setReading(null);
  };
  const isWrong = reading?.code === 'notOurs' || reading?.code === 'newer';
  return (
    <>
      <p class="hint">{t('optionsFileHint')}</p>
      <div class="button-row">
        <button type="button" class="button" onClick={onSave}>
          {t('optionsFileSave')}
        </button>
      </div>
      <Field
        label={t('optionsFileRead')}
        problem={isWrong ? t(reading.code === 'newer' ? 'optionsFileNewer' : 'optionsFileNotOurs') : null}
      >
        {(control) => (
          <input
            {...control}
            type="file"
            name="settings-file"
            accept=".json,application/json"
            onChange={(event) => void choose(event.currentTarget)}
          />
        )}
      </Field>
      {reading?.code === 'read' && <Changes reading={reading} onApply={apply} />}
    </>
  );
}

interface ChangesProps {
  readonly reading: Extract<SettingsFileReading, { code: 'read' }>;
  readonly onApply: (change: Partial<EditableSettings>) => Promise<unknown>;
}

function Changes({ reading: { change, refused, locked }, onApply }: ChangesProps) {
  const { t } = useText();
  const names = (Object.keys(LABELS) as (keyof EditableSettings)[]).filter((name) => name in change);
  return (
    <div role="status" class="file-changes">
      <p>{t(names.length > 0 ? 'optionsFileChanges' : 'optionsFileSame')}</p>
      <ul class="rows">
        {names.map((name) => (
          <li key={name}>
            <span>
              {t(LABELS[name])}
              {Array.isArray(change[name]) && ` (${change[name].length})`}
              <FileEntries label={t(LABELS[name])} value={change[name]} />
            </span>
          </li>
        ))}
      </ul>
      {locked.length > 0 && (
        <p class="hint">{t('optionsFileLocked', locked.map((name) => t(LABELS[name])).join(', '))}</p>
      )}
      {refused.length > 0 && <p class="note warning">{t('optionsFileRefused', refused.join(', '))}</p>}
      {names.length > 0 && (
        <div class="button-row">
          <button type="button" class="button primary" onClick={() => void onApply(change)}>
            {t('optionsFileApply')}
          </button>
        </div>
      )}
    </div>
  );
}
