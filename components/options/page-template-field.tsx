import { type PageTemplateProblem, parsePageTemplate } from '../../lib/crm/pages/page-address.ts';
import { PLACEHOLDERS, unknownPlaceholders } from '../../lib/crm/pages/placeholders.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import { TextField } from '../field.tsx';
import { useText } from '../text.tsx';

const PROBLEMS: Readonly<Record<PageTemplateProblem, MessageKey>> = {
  empty: 'pageTemplateEmpty',
  tooLong: 'pageTemplateTooLong',
  notUrl: 'pageTemplateNotUrl',
  scheme: 'pageTemplateScheme',
  insecure: 'pageTemplateScheme',
  credentials: 'pageTemplateCredentials',
  fieldInHost: 'pageTemplateFieldInHost',
  malformed: 'pageTemplateMalformed',
  traversal: 'pageTemplateNotUrl',
  unknownField: 'pageTemplateUnknownField',
};

interface PageTemplateFieldProps {
  readonly name: string;
  readonly value: string;
  /** The agent wants to go on with what he has typed. */
  readonly isAsked: boolean;
  readonly onValue: (value: string) => void;
}

/** The address of a page with VICIdial's placeholders; says what is wrong with it once it is asked for. */
export function PageTemplateField({ name, value, isAsked, onValue }: PageTemplateFieldProps) {
  const { t } = useText();
  const template = parsePageTemplate(value.trim());
  const problem = template.ok
    ? null
    : t(PROBLEMS[template.failure], unknownPlaceholders(value).join(', '), PLACEHOLDERS.join(', '));
  return (
    <TextField
      label={t('pageTemplate')}
      hint={t('pageTemplateHint')}
      name={name}
      inputMode="url"
      placeholder="https://"
      problem={isAsked ? problem : null}
      value={value}
      onValue={onValue}
    />
  );
}

/** The words of a field that takes several, separated by blanks or commas. */
export function wordsIn(typed: string): readonly string[] {
  return [...new Set(typed.split(/[\s,;]+/).filter(Boolean))];
}

/** The same for names with blanks in them, separated by commas. */
export function namesIn(typed: string): readonly string[] {
  return [
    ...new Set(
      typed
        .split(/[,;\n]+/)
        .map((each) => each.trim())
        .filter(Boolean),
    ),
  ];
}
