import { useState } from 'preact/hooks';
import { isProblemAt, type ReadList } from '../../lib/crm/pages/page-rules.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import { TextField } from '../field.tsx';
import { useText } from '../text.tsx';
import { EntryList } from './entry-list.tsx';
import { JsonExchange } from './json-exchange.tsx';
import { PageTemplateField } from './page-template-field.tsx';

/** What is typed for one rule, by its parts. */
type Draft<P extends string> = Readonly<Record<P | 'template', string>>;

/** A text of a rule; the address of its page, which every rule has, has a field of its own kind. */
export type RulePart<P extends string> =
  | 'template'
  | {
      readonly part: P;
      readonly label: MessageKey;
      readonly hint?: MessageKey;
      /** Said where it cannot be read. */
      readonly problem: MessageKey | ((typed: string) => readonly [MessageKey, ...string[]]);
    };

interface PageRulesProps<T, P extends string> {
  /** How the names of the fields begin. */
  readonly name: string;
  readonly rules: readonly T[];
  readonly describe: (rule: T) => { readonly name: string; readonly note: string };
  /** Said when there is none. */
  readonly empty: MessageKey;
  /** In the order of the form. */
  readonly parts: readonly RulePart<P>[];
  /** A rule of what was typed, good or bad. */
  readonly ruleOf: (draft: Draft<P>) => unknown;
  readonly read: (rules: unknown) => ReadList<T>;
  /** Tells whether the rules were stored. */
  readonly onChange: (rules: readonly T[]) => Promise<boolean>;
}

/** Rules that open pages of the CRM: the list, a form for one more, and all of them as text. */
export function PageRules<T, P extends string>(props: PageRulesProps<T, P>) {
  const { t } = useText();
  const { name, rules, describe, empty, read, onChange } = props;
  return (
    <>
      <EntryList
        entries={rules.map((rule, index) => ({ key: String(index), ...describe(rule) }))}
        empty={t(empty)}
        onRemove={(key) => void onChange(rules.filter((_, index) => String(index) !== key))}
      />
      <AddRule {...props} />
      <JsonExchange name={`${name}-json`} entries={rules} read={read} onChange={onChange} />
    </>
  );
}

function AddRule<T, P extends string>({ name, rules, parts, ruleOf, read, onChange }: PageRulesProps<T, P>) {
  const { t } = useText();
  const [typed, setTyped] = useState<Partial<Draft<P>>>({});
  const [isAsked, setAsked] = useState(false);
  const textOf = (part: P | 'template') => typed[part] ?? '';
  const edit = (part: P | 'template') => (text: string) => setTyped({ ...typed, [part]: text });
  const draft = Object.fromEntries(
    parts.map((each) => (each === 'template' ? each : each.part)).map((part) => [part, textOf(part)]),
  ) as Draft<P>;
  const taken = read([ruleOf(draft)]);
  const problemsAt = isAsked && 'problemsAt' in taken ? taken.problemsAt : [];
  const add = async (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (!('entries' in taken)) return;
    if (!(await onChange([...rules, ...taken.entries]))) return;
    // What was typed meanwhile stays.
    setTyped((now) => (now === typed ? {} : now));
    setAsked(false);
  };
  return (
    <form class="add-form" onSubmit={(event) => void add(event)}>
      {parts.map((each) => {
        if (each === 'template')
          return (
            <PageTemplateField
              key={each}
              name={`${name}-template`}
              value={textOf(each)}
              isAsked={isAsked}
              onValue={edit(each)}
            />
          );
        const { part, label, hint, problem } = each;
        const said = typeof problem === 'function' ? problem(textOf(part)) : ([problem] as const);
        return (
          <TextField
            key={part}
            label={t(label)}
            hint={hint && t(hint)}
            name={`${name}-${part}`}
            problem={isProblemAt(part, problemsAt) ? t(...said) : null}
            value={textOf(part)}
            onValue={edit(part)}
          />
        );
      })}
      <div>
        <button type="submit" class="button">
          {t('optionsAdd')}
        </button>
      </div>
    </form>
  );
}
