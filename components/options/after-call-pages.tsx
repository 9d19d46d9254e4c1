import { useState } from 'preact/hooks';
import {
  type AfterCallPage,
  isProblemAt,
  LONGEST_PAGE_NAME,
  readAfterCallPages,
} from '../../lib/crm/pages/page-rules.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import { TextField } from '../sign-in/field.tsx';
import { useText } from '../text.tsx';
import { EntryList } from './entry-list.tsx';
import { JsonExchange } from './json-exchange.tsx';
import { PageTemplateField, wordsIn } from './page-template-field.tsx';

interface AfterCallPagesProps {
  readonly pages: readonly AfterCallPage[];
  readonly onChange: (pages: readonly AfterCallPage[]) => void;
}

/** Which pages are opened once a call has its disposition. */
export function AfterCallPages({ pages, onChange }: AfterCallPagesProps) {
  const { t } = useText();
  const noteOf = ({ template, campaigns, statuses, minimumSeconds, rank }: AfterCallPage) =>
    [
      template,
      statuses.length > 0 ? t('pageAfterStatuses', statuses.join(', ')) : t('pageAfterEach'),
      campaigns.length > 0 && t('pageInCampaigns', campaigns.join(', ')),
      minimumSeconds > 0 && t('pageAfterSeconds', String(minimumSeconds)),
      t('pageRankOf', String(rank)),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <>
      <EntryList
        entries={pages.map((page, index) => ({ key: String(index), name: page.name, note: noteOf(page) }))}
        empty={t('optionsNoPages')}
        onRemove={(key) => onChange(pages.filter((_, index) => String(index) !== key))}
      />
      <AddPage onAdd={(page) => onChange([...pages, page])} />
      <JsonExchange name="page-json" entries={pages} read={readAfterCallPages} onChange={onChange} />
    </>
  );
}

const EMPTY = { name: '', template: '', statuses: '', campaigns: '', minimumSeconds: '', rank: '' };

/** The texts beside name and address: a label, what it says, and what is said where it cannot be read. */
const PARTS = [
  { part: 'statuses', label: 'pageStatuses', hint: 'pageStatusesHint', problem: 'pageStatusesInvalid' },
  { part: 'campaigns', label: 'pageCampaigns', hint: 'pageCampaignsHint', problem: 'pageCampaignsInvalid' },
  { part: 'minimumSeconds', label: 'pageSeconds', hint: 'pageSecondsHint', problem: 'pageSecondsInvalid' },
  { part: 'rank', label: 'pageRank', hint: 'pageRankHint', problem: 'pageRankInvalid' },
] as const satisfies readonly {
  readonly part: keyof typeof EMPTY;
  readonly [text: string]: MessageKey | keyof typeof EMPTY;
}[];

function AddPage({ onAdd }: { readonly onAdd: (page: AfterCallPage) => void }) {
  const { t } = useText();
  const [draft, setDraft] = useState(EMPTY);
  const [isAsked, setAsked] = useState(false);
  const read = readAfterCallPages([
    {
      ...{ name: draft.name, template: draft.template },
      ...{ statuses: wordsIn(draft.statuses), campaigns: wordsIn(draft.campaigns) },
      ...{ minimumSeconds: Number(draft.minimumSeconds), rank: Number(draft.rank) },
    },
  ]);
  const problemsAt = isAsked && 'problemsAt' in read ? read.problemsAt : [];
  const isRefused = (part: string) => isProblemAt(part, problemsAt);
  const nameProblem = draft.name.trim() === '' ? t('recordNameMissing') : t('nameTooLong', String(LONGEST_PAGE_NAME));
  const add = (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (!('entries' in read)) return;
    read.entries.forEach(onAdd);
    setDraft(EMPTY);
    setAsked(false);
  };
  return (
    <form class="add-form" onSubmit={add}>
      <TextField
        label={t('recordName')}
        name="page-name"
        problem={isRefused('name') ? nameProblem : null}
        value={draft.name}
        onValue={(name) => setDraft({ ...draft, name })}
      />
      <PageTemplateField
        name="page-template"
        value={draft.template}
        isAsked={isAsked}
        onValue={(template) => setDraft({ ...draft, template })}
      />
      {PARTS.map(({ part, label, hint, problem }) => (
        <TextField
          key={part}
          label={t(label)}
          hint={t(hint)}
          name={`page-${part}`}
          problem={isRefused(part) ? t(problem) : null}
          value={draft[part]}
          onValue={(text) => setDraft({ ...draft, [part]: text })}
        />
      ))}
      <div>
        <button type="submit" class="button">
          {t('optionsAdd')}
        </button>
      </div>
    </form>
  );
}
