import { useState } from 'preact/hooks';
import { type RecordEntry, readRecordEntries } from '../../lib/crm/record-entries.ts';
import { LONGEST_RULE_NAME } from '../../lib/crm/record-rules.ts';
import { type PatternProblem, parseUrlPattern } from '../../lib/crm/url-pattern.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import { Field, TextField } from '../field.tsx';
import { useText } from '../text.tsx';

const PATTERN_PROBLEMS: Readonly<Record<PatternProblem, MessageKey>> = {
  empty: 'recordPatternEmpty',
  tooLong: 'recordPatternTooLong',
  host: 'recordPatternHost',
  field: 'recordPatternField',
  shape: 'recordPatternShape',
  rest: 'recordPatternRest',
  noSite: 'recordPatternNoSite',
};

/** What of a page helps a dial: the other fields of a rule do not. */
const FIELDS = [
  { field: 'vendor_lead_code', label: 'recordFieldVendorCode' },
  { field: 'lead_id', label: 'recordFieldLeadId' },
  { field: 'phone', label: 'recordFieldPhone' },
] as const;

type Selectors = Readonly<Record<(typeof FIELDS)[number]['field'], string>>;

const EMPTY = { name: '', patterns: '', selectors: { vendor_lead_code: '', lead_id: '', phone: '' } };

interface RecordRuleFormProps {
  /** Tells whether they were stored. */
  readonly onAdd: (entries: readonly RecordEntry[]) => Promise<boolean>;
}

/** A rule of the agent's own, behind a summary. */
export function RecordRuleForm({ onAdd }: RecordRuleFormProps) {
  const { t } = useText();
  const [draft, setDraft] = useState(EMPTY);
  const [isAsked, setAsked] = useState(false);
  const lines = draft.patterns
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const selectors = given(draft.selectors);
  const refused = lines.flatMap((line) => {
    const pattern = parseUrlPattern(line);
    return pattern.ok ? [] : [{ line, problem: pattern.failure }];
  })[0];
  const badSelectors = Object.values(selectors).filter((selector) => !isSelector(selector));
  const namesRecord = lines.some((line) => /\{(?:vendor_lead_code|lead_id)/.test(line));
  const problems = {
    name: nameProblem(),
    patterns: patternProblem(),
  };
  const selectorProblem = (selector: string) =>
    badSelectors.includes(selector) ? t('recordSelectorInvalid', selector) : null;

  function nameProblem(): string | null {
    const { length } = draft.name.trim();
    if (length === 0) return t('recordNameMissing');
    return length > LONGEST_RULE_NAME ? t('fieldTooLong', String(LONGEST_RULE_NAME)) : null;
  }
  function patternProblem(): string | null {
    if (lines.length === 0) return t(PATTERN_PROBLEMS.empty);
    if (refused) return t('recordPatternRefused', refused.line, t(PATTERN_PROBLEMS[refused.problem]));
    return namesRecord || 'vendor_lead_code' in selectors || 'lead_id' in selectors ? null : t('recordNothingNamed');
  }
  const add = async (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (badSelectors.length > 0 || Object.values(problems).some((problem) => problem !== null)) return;
    const read = readRecordEntries([{ name: draft.name, patterns: lines, selectors }]);
    if (!('entries' in read)) return;
    if (!(await onAdd(read.entries))) return;
    // What was typed meanwhile stays.
    setDraft((now) => (now === draft ? EMPTY : now));
    setAsked(false);
  };
  return (
    <details class="more">
      <summary>{t('optionsRecordOwn')}</summary>
      <form class="add-form" onSubmit={(event) => void add(event)}>
        <TextField
          label={t('recordName')}
          name="record-name"
          problem={isAsked ? problems.name : null}
          value={draft.name}
          onValue={(name) => setDraft({ ...draft, name })}
        />
        <Field
          label={t('recordPatterns')}
          hint={t('recordPatternsHint')}
          problem={isAsked || refused ? problems.patterns : null}
        >
          {(control) => (
            <textarea
              {...control}
              dir="auto"
              name="record-patterns"
              rows={3}
              spellcheck={false}
              value={draft.patterns}
              onInput={(event) => setDraft({ ...draft, patterns: event.currentTarget.value })}
            />
          )}
        </Field>
        {FIELDS.map(({ field, label }) => (
          <TextField
            key={field}
            label={t(label)}
            hint={t('recordSelectorHint')}
            name={`record-${field}`}
            problem={selectorProblem(draft.selectors[field].trim())}
            value={draft.selectors[field]}
            onValue={(selector) => setDraft({ ...draft, selectors: { ...draft.selectors, [field]: selector } })}
          />
        ))}
        <div>
          <button type="submit" class="button">
            {t('optionsAdd')}
          </button>
        </div>
      </form>
    </details>
  );
}

function given(selectors: Selectors): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(selectors)
      .map(([field, selector]) => [field, selector.trim()])
      .filter(([, selector]) => selector !== ''),
  );
}

/** Whether the browser can look for it. */
function isSelector(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}
