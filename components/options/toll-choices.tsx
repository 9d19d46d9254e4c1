import { useState } from 'preact/hooks';
import type { EditableSettings } from '../../lib/messages/protocol.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import type { LockName } from '../../lib/settings/policy.ts';
import { Field } from '../field.tsx';
import { useText } from '../text.tsx';
import { EntryEditor, NUMBER_PREFIXES } from './entry-editor.tsx';
import { Lockable } from './lockable.tsx';

interface TollChoicesProps {
  readonly settings: EditableSettings;
  readonly isLocked: (name: LockName) => boolean;
  /** Tells whether the change was stored. */
  readonly onChange: (change: Partial<EditableSettings>) => Promise<boolean>;
}

type ListName = 'neverDial' | 'alwaysAsk' | 'alwaysAllow';

/** In the order in which they decide. */
const LISTS: readonly { readonly name: ListName; readonly label: MessageKey; readonly hint: MessageKey }[] = [
  { name: 'neverDial', label: 'optionsNeverDial', hint: 'optionsNeverDialHint' },
  { name: 'alwaysAsk', label: 'optionsAlwaysAsk', hint: 'optionsAlwaysAskHint' },
  { name: 'alwaysAllow', label: 'optionsAlwaysAllow', hint: 'optionsAlwaysAllowHint' },
];

/** What stands between a click and a call that costs much, whoever made the click happen. */
export function TollChoices({ settings, isLocked, onChange }: TollChoicesProps) {
  return (
    <>
      <Lockable isLocked={isLocked('mostDialsPerMinute')}>
        <MostDials
          most={settings.mostDialsPerMinute}
          onChange={(mostDialsPerMinute) => void onChange({ mostDialsPerMinute })}
        />
      </Lockable>
      {LISTS.map((list) => (
        <TollList
          key={list.name}
          list={list}
          isLocked={isLocked(list.name)}
          prefixes={settings[list.name]}
          onChange={onChange}
        />
      ))}
    </>
  );
}

interface TollListProps {
  readonly list: (typeof LISTS)[number];
  readonly isLocked: boolean;
  readonly prefixes: readonly string[];
  readonly onChange: TollChoicesProps['onChange'];
}

function TollList({ list: { name, label, hint }, isLocked, prefixes, onChange }: TollListProps) {
  const { t } = useText();
  return (
    <>
      <h3>{t(label)}</h3>
      <p class="hint">{t(hint)}</p>
      <Lockable isLocked={isLocked}>
        <EntryEditor
          kind={NUMBER_PREFIXES}
          name={name}
          entries={prefixes}
          onChange={(next) => onChange({ [name]: next })}
        />
      </Lockable>
    </>
  );
}

function MostDials({ most, onChange }: { readonly most: number; readonly onChange: (most: number) => void }) {
  const { t } = useText();
  // Null while the field shows what is in force.
  const [draft, setDraft] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const take = (typed: number) => {
    const isGood = Number.isInteger(typed) && typed >= 1 && typed <= 60;
    setRefused(!isGood);
    if (!isGood) return;
    setDraft(null);
    onChange(typed);
  };
  return (
    <Field
      label={t('optionsMostDials')}
      hint={t('optionsMostDialsHint')}
      problem={isRefused ? t('optionsMostDialsInvalid', String(most)) : null}
    >
      {(control) => (
        <input
          {...control}
          type="number"
          name="most-dials"
          min={1}
          max={60}
          value={draft ?? most}
          onInput={(event) => {
            setDraft(event.currentTarget.value);
            setRefused(false);
          }}
          onChange={(event) => take(event.currentTarget.valueAsNumber)}
        />
      )}
    </Field>
  );
}
