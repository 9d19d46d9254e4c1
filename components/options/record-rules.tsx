import { nameOfEntry, type RecordEntry, readRecordEntries } from '../../lib/crm/record-entries.ts';
import { useText } from '../text.tsx';
import { EntryList } from './entry-list.tsx';
import { JsonExchange } from './json-exchange.tsx';
import { AddPreset } from './record-preset.tsx';
import { RecordRuleForm } from './record-rule-form.tsx';
import { TryAddress } from './record-try.tsx';

interface RecordRulesProps {
  readonly entries: readonly RecordEntry[];
  /** Tells whether the rules were stored. */
  readonly onChange: (entries: readonly RecordEntry[]) => Promise<boolean>;
}

/** Which CRMs Dialside knows the records of: presets, and rules of the agent's own. */
export function RecordRules({ entries, onChange }: RecordRulesProps) {
  const { t } = useText();
  const add = (more: readonly RecordEntry[]) => onChange([...entries, ...more]);
  return (
    <>
      <EntryList
        entries={entries.map((entry, index) => ({ key: String(index), name: nameOfEntry(entry), note: noteOf(entry) }))}
        empty={t('optionsNoRecords')}
        onRemove={(key) => void onChange(entries.filter((_, index) => String(index) !== key))}
      />
      <AddPreset entries={entries} onAdd={add} />
      <TryAddress entries={entries} />
      <RecordRuleForm onAdd={add} />
      <JsonExchange name="record-json" entries={entries} read={readRecordEntries} onChange={onChange} />
    </>
  );
}

/** Where an entry counts, as far as its name does not say it. */
function noteOf(entry: RecordEntry): string | undefined {
  return 'preset' in entry ? entry.host : entry.patterns.join(' · ');
}
