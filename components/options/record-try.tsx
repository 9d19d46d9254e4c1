import { useState } from 'preact/hooks';
import { type ReadRecord, readRecord } from '../../lib/crm/read-record.ts';
import type { RefusedValue } from '../../lib/crm/record.ts';
import { type RecordEntry, rulesOfEntries } from '../../lib/crm/record-entries.ts';
import { TextField } from '../field.tsx';
import { useText } from '../text.tsx';

/** Says what the rules make of an address, before anybody calls from it. */
export function TryAddress({ entries }: { readonly entries: readonly RecordEntry[] }) {
  const { t } = useText();
  const [address, setAddress] = useState('');
  const trimmed = address.trim();
  const read = trimmed === '' ? null : readRecord(rulesOfEntries(entries), { url: trimmed, query: () => null });
  const refusedText = (refused: readonly RefusedValue[]) =>
    refused.map(({ field, problem }) =>
      t(problem === 'tooLong' ? 'recordValueTooLong' : 'recordValueCharacters', field),
    );
  const found = ({ rule, record, refused }: ReadRecord) =>
    [
      t(
        'recordTryFound',
        rule,
        Object.entries(record)
          .map(([field, value]) => `${field} = ${value}`)
          .join(', '),
      ),
      ...refusedText(refused),
    ].join(' ');
  const verdict = () => {
    if (!read) return t('recordTryHint');
    if (read.ok) return found(read.value);
    if (read.failure.code === 'noRule') return t('recordTryNone');
    return [t('recordTryNothing', read.failure.rule), ...refusedText(read.failure.refused)].join(' ');
  };
  return (
    <TextField
      label={t('recordTry')}
      hint={verdict()}
      name="record-try"
      inputMode="url"
      placeholder="https://"
      value={address}
      onValue={setAddress}
    />
  );
}
