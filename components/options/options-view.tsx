import { useState } from 'preact/hooks';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type { EditableSettings, EnabledSite } from '../../lib/messages/protocol.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import type { LockName, Policy } from '../../lib/settings/policy.ts';
import { Choice } from '../choice.tsx';
import { Icon } from '../icon.tsx';
import { KeyList } from '../keyboard/key-list.tsx';
import { KeyboardHelp } from '../keyboard/keyboard-help.tsx';
import type { Keys } from '../keyboard/keys.ts';
import { Problem } from '../problem.tsx';
import { useText } from '../text.tsx';
import { AfterCallPages } from './after-call-pages.tsx';
import { Diagnostics, type DiagnosticsProps } from './diagnostics.tsx';
import { DialPauseCode } from './dial-pause-code.tsx';
import { DispositionEditor } from './disposition-editor.tsx';
import { EntryList } from './entry-list.tsx';
import { IngroupEditor } from './ingroup-editor.tsx';
import { Lockable } from './lockable.tsx';
import { NumberTry, type NumberTryProps } from './number-try.tsx';
import { Section, Sections } from './options-section.tsx';
import { PauseCodeEditor } from './pause-code-editor.tsx';
import { PolicyProblems } from './policy-problems.tsx';
import { PrivacyChoices } from './privacy-choices.tsx';
import { RecordRules } from './record-rules.tsx';
import { RegionEditor } from './region-editor.tsx';
import { ScreenPops } from './screen-pops.tsx';
import { SettingsFile, type SettingsFileProps } from './settings-file.tsx';
import { SiteChoices } from './site-choices.tsx';
import { TollChoices } from './toll-choices.tsx';
import { Wipe } from './wipe.tsx';

interface OptionsViewProps {
  readonly settings: EditableSettings;
  /** Where numbers are found. */
  readonly sites: readonly EnabledSite[];
  readonly regions: readonly string[];
  /** Null for none. */
  readonly policy?: Policy | null;
  /** Resolves when the change is stored. */
  readonly onChange: (change: Partial<EditableSettings>) => Promise<unknown>;
  readonly onSetUp: () => void;
  readonly onFirstSteps: () => void;
  readonly onSupervise: () => void;
  readonly file: Omit<SettingsFileProps, 'onApply'>;
  readonly diagnostics: DiagnosticsProps;
  readonly numberTry: NumberTryProps;
  readonly keys: Keys;
  /** Turns sites off, by their patterns. */
  readonly onDisable: (patterns: readonly string[]) => Promise<unknown>;
  /** Signs out and deletes what is not a setting. */
  readonly onErase: () => Promise<unknown>;
  /** The same, and deletes every setting and permission. */
  readonly onWipe: () => Promise<unknown>;
}

const STORED: readonly MessageKey[] = [
  'optionsStoredSettings',
  'optionsStoredSites',
  'optionsStoredWho',
  'optionsStoredSecret',
  'optionsStoredPin',
  'optionsStoredRefused',
  'optionsStoredState',
  'optionsStoredWebphone',
  'optionsStoredCalls',
  'optionsStoredPolicy',
  'optionsStoredNothing',
];

/** Every setting, stored as soon as it is changed. */
export function OptionsView(props: OptionsViewProps) {
  const {
    settings,
    sites,
    regions,
    policy = null,
    onChange,
    onDisable,
    onErase,
    onSetUp,
    onFirstSteps,
    onSupervise,
  } = props;
  const { t } = useText();
  const [saved, setSaved] = useState(false);
  const [problem, setProblem] = useState<Explanation | null>(null);
  const store = async (save: () => Promise<unknown>) => {
    setSaved(false);
    try {
      await save();
      setProblem(null);
      setSaved(true);
      return true;
    } catch {
      setProblem(explain('commandFailed'));
      return false;
    }
  };
  const change = (part: Partial<EditableSettings>) => store(() => onChange(part));
  const isLocked = (name: LockName) => policy?.locked.includes(name) ?? false;
  const hasPolicyProblems = (policy?.problems.length ?? 0) > 0;
  return (
    <main class="options">
      <header class="options-head">
        <h1>{t('optionsTitle')}</h1>
        <p role="status">
          {saved && (
            <>
              <Icon name="check" />
              {t('optionsSaved')}
            </>
          )}
        </p>
      </header>
      {problem && <Problem explanation={problem} />}
      <Sections hasPolicyProblems={hasPolicyProblems} hasNotNumbers={settings.notNumbers.length > 0} />
      {hasPolicyProblems && (
        <Section id="policy">
          <PolicyProblems problems={policy?.problems ?? []} />
        </Section>
      )}
      <Section id="numbers">
        <h3>{t('optionsRegions')}</h3>
        <p class="hint">{t('optionsRegionsHint')}</p>
        <Lockable isLocked={isLocked('regions')}>
          <RegionEditor
            chosen={settings.regions}
            regions={regions}
            onChange={(chosen) => change({ regions: chosen })}
          />
        </Lockable>
        <NumberTry {...props.numberTry} />
      </Section>
      <Section id="pause-codes">
        <p class="hint">{t('optionsPauseCodesHint')}</p>
        <Lockable isLocked={isLocked('pauseCodes')}>
          <PauseCodeEditor codes={settings.pauseCodes} onChange={(pauseCodes) => change({ pauseCodes })} />
        </Lockable>
      </Section>
      <Section id="dispositions">
        <p class="hint">{t('optionsDispositionsHint')}</p>
        <Lockable isLocked={isLocked('dispositions')}>
          <DispositionEditor codes={settings.dispositions} onChange={(dispositions) => change({ dispositions })} />
        </Lockable>
      </Section>
      <Section id="transfers">
        <h3>{t('optionsIngroups')}</h3>
        <p class="hint">{t('optionsIngroupsHint')}</p>
        <Lockable isLocked={isLocked('transferIngroups')}>
          <IngroupEditor
            ingroups={settings.transferIngroups}
            onChange={(transferIngroups) => change({ transferIngroups })}
          />
        </Lockable>
      </Section>
      <Section id="dialing">
        <Lockable isLocked={isLocked('pauseBeforeDial')}>
          <Choice
            label={t('optionsPauseBeforeDial')}
            value={settings.pauseBeforeDial}
            options={[
              { value: 'ask', key: 'optionsPauseAsk' },
              { value: 'always', key: 'optionsPauseAlways' },
              { value: 'never', key: 'optionsPauseNever' },
            ]}
            onChange={(pauseBeforeDial) => change({ pauseBeforeDial })}
          />
        </Lockable>
        <Lockable isLocked={isLocked('dialPauseCode')}>
          <DialPauseCode settings={settings} onChange={(dialPauseCode) => change({ dialPauseCode })} />
        </Lockable>
      </Section>
      <Section id="costs">
        <p class="hint">{t('optionsTollHint')}</p>
        <TollChoices settings={settings} isLocked={isLocked} onChange={change} />
      </Section>
      <Section id="sites">
        <SiteChoices
          settings={settings}
          sites={sites}
          isLocked={isLocked}
          onChange={change}
          onDisable={(patterns) => store(() => onDisable(patterns))}
        />
      </Section>
      <Section id="records">
        <p class="hint">{t('optionsRecordsHint')}</p>
        <Lockable isLocked={isLocked('recordRules')}>
          <RecordRules entries={settings.recordRules} onChange={(recordRules) => change({ recordRules })} />
        </Lockable>
      </Section>
      <Section id="call-records">
        <p class="hint">{t('optionsPopsHint')}</p>
        <ScreenPops settings={settings} isLocked={isLocked} onChange={change} />
      </Section>
      <Section id="call-pages">
        <p class="hint">{t('optionsPagesHint')}</p>
        <Lockable isLocked={isLocked('afterCallPages')}>
          <AfterCallPages pages={settings.afterCallPages} onChange={(afterCallPages) => change({ afterCallPages })} />
        </Lockable>
      </Section>
      {settings.notNumbers.length > 0 && (
        <Section id="no-numbers">
          <p class="hint">{t('optionsNotNumbersHint')}</p>
          <EntryList
            entries={settings.notNumbers.map((each) => ({
              key: JSON.stringify(each),
              name: t('optionsNotNumber', each.pattern, each.host),
            }))}
            empty=""
            onRemove={(key) =>
              change({ notNumbers: settings.notNumbers.filter((each) => JSON.stringify(each) !== key) })
            }
          />
        </Section>
      )}
      <Section id="webphone">
        <h3>{t('optionsWebphoneHosts')}</h3>
        <Lockable isLocked={isLocked('webphoneHosts')}>
          <EntryList
            entries={settings.webphoneHosts.map((host) => ({ key: host, name: host }))}
            empty={t(isLocked('webphoneHosts') ? 'optionsNoPrefixes' : 'optionsNoWebphoneHosts')}
            onRemove={(host) => change({ webphoneHosts: settings.webphoneHosts.filter((each) => each !== host) })}
          />
        </Lockable>
      </Section>
      <Section id="appearance">
        <Lockable isLocked={isLocked('appearance')}>
          <Choice
            label={t('optionsColours')}
            value={settings.appearance}
            options={[
              { value: 'system', key: 'optionsAsSystem' },
              { value: 'light', key: 'optionsLight' },
              { value: 'dark', key: 'optionsDark' },
            ]}
            onChange={(appearance) => change({ appearance })}
          />
        </Lockable>
      </Section>
      <Section id="keyboard">
        <p class="hint">{t('keysHint')}</p>
        <KeyList keys={props.keys} />
        <label class="check">
          <input
            type="checkbox"
            name="help-key"
            checked={settings.helpKey}
            onChange={(event) => change({ helpKey: event.currentTarget.checked })}
          />
          {t('keysHelpSwitch')}
        </label>
      </Section>
      <Section id="set-up">
        <p class="hint">{t('optionsSetUpHint')}</p>
        <div class="button-row">
          <button type="button" class="button" onClick={onSetUp}>
            {t('optionsSetUpOpen')}
          </button>
          <button type="button" class="button" onClick={onFirstSteps}>
            {t('firstOpen')}
          </button>
        </div>
      </Section>
      <Section id="supervisor">
        <p class="hint">{t('optionsSupervisorHint')}</p>
        <p>
          <button type="button" class="button" onClick={onSupervise}>
            {t('optionsSupervisorOpen')}
          </button>
        </p>
      </Section>
      <Section id="privacy">
        <PrivacyChoices settings={settings} isLocked={isLocked} onChange={change} onErase={() => store(onErase)} />
        {policy?.values.remember === false && <p class="hint">{t('optionsMayNotRemember')}</p>}
      </Section>
      <Section id="stored">
        <ul class="facts">
          {STORED.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
        <Wipe onWipe={() => store(props.onWipe)} />
      </Section>
      <Section id="file">
        <SettingsFile {...props.file} onApply={change} />
      </Section>
      <Section id="diagnostics">
        <Diagnostics {...props.diagnostics} />
      </Section>
      <KeyboardHelp keys={props.keys} />
    </main>
  );
}
