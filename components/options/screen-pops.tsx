import { useState } from 'preact/hooks';
import { isProblemAt, readScreenPops, type ScreenPop } from '../../lib/crm/pages/page-rules.ts';
import type { EditableSettings, PopWay } from '../../lib/messages/protocol.ts';
import type { LockName } from '../../lib/settings/policy.ts';
import { TextField } from '../sign-in/field.tsx';
import { useText } from '../text.tsx';
import { Choice } from './choice.tsx';
import { EntryList } from './entry-list.tsx';
import { JsonExchange } from './json-exchange.tsx';
import { Lockable } from './lockable.tsx';
import { namesIn, PageTemplateField, wordsIn } from './page-template-field.tsx';

interface ScreenPopsProps {
  readonly settings: Pick<EditableSettings, 'screenPops' | 'popWay'>;
  readonly isLocked: (name: LockName) => boolean;
  readonly onChange: (change: Partial<EditableSettings>) => void;
}

const WAYS = [
  { value: 'newTab', key: 'popInNewTab' },
  { value: 'sameTab', key: 'popInSameTab' },
  { value: 'onClick', key: 'popOnClick' },
] as const satisfies readonly { readonly value: PopWay; readonly key: string }[];

/** Which record of the CRM is opened for a call, and where. */
export function ScreenPops({ settings, isLocked, onChange }: ScreenPopsProps) {
  const { t } = useText();
  const { screenPops, popWay } = settings;
  const change = (pops: readonly ScreenPop[]) => onChange({ screenPops: pops });
  const noteOf = ({ campaigns, ingroups }: ScreenPop) =>
    [
      campaigns.length > 0 && t('pageInCampaigns', campaigns.join(', ')),
      ingroups.length > 0 && t('pageInIngroups', ingroups.join(', ')),
    ]
      .filter(Boolean)
      .join(' · ') || t('pageForEachCall');
  return (
    <>
      <Lockable isLocked={isLocked('screenPops')}>
        <EntryList
          entries={screenPops.map((pop, index) => ({ key: String(index), name: pop.template, note: noteOf(pop) }))}
          empty={t('optionsNoPops')}
          onRemove={(key) => change(screenPops.filter((_, index) => String(index) !== key))}
        />
        <AddPop onAdd={(pop) => change([...screenPops, pop])} />
        <JsonExchange name="pop-json" entries={screenPops} read={readScreenPops} onChange={change} />
      </Lockable>
      <Lockable isLocked={isLocked('popWay')}>
        <Choice label={t('popWay')} value={popWay} options={WAYS} onChange={(way) => onChange({ popWay: way })} />
        <p class="hint">{t('popWayHint')}</p>
      </Lockable>
    </>
  );
}

const EMPTY = { template: '', campaigns: '', ingroups: '' };

function AddPop({ onAdd }: { readonly onAdd: (pop: ScreenPop) => void }) {
  const { t } = useText();
  const [draft, setDraft] = useState(EMPTY);
  const [isAsked, setAsked] = useState(false);
  const { template } = draft;
  const read = readScreenPops([{ template, campaigns: wordsIn(draft.campaigns), ingroups: namesIn(draft.ingroups) }]);
  const problemsAt = isAsked && 'problemsAt' in read ? read.problemsAt : [];
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
      <PageTemplateField
        name="pop-template"
        value={draft.template}
        isAsked={isAsked}
        onValue={(typed) => setDraft({ ...draft, template: typed })}
      />
      <TextField
        label={t('pageCampaigns')}
        hint={t('pageCampaignsHint')}
        name="pop-campaigns"
        problem={isProblemAt('campaigns', problemsAt) ? t('pageCampaignsInvalid') : null}
        value={draft.campaigns}
        onValue={(campaigns) => setDraft({ ...draft, campaigns })}
      />
      <TextField
        label={t('pageIngroups')}
        hint={t('pageIngroupsHint')}
        name="pop-ingroups"
        problem={isProblemAt('ingroups', problemsAt) ? t('pageIngroupsInvalid') : null}
        value={draft.ingroups}
        onValue={(ingroups) => setDraft({ ...draft, ingroups })}
      />
      <div>
        <button type="submit" class="button">
          {t('optionsAdd')}
        </button>
      </div>
    </form>
  );
}
