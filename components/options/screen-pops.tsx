import { readScreenPops, type ScreenPop } from '../../lib/crm/pages/page-rules.ts';
import type { EditableSettings, PopWay } from '../../lib/messages/protocol.ts';
import type { LockName } from '../../lib/settings/policy.ts';
import { Choice } from '../choice.tsx';
import { useText } from '../text.tsx';
import { Lockable } from './lockable.tsx';
import { PageRules, type RulePart } from './page-rules.tsx';
import { namesIn, wordsIn } from './page-template-field.tsx';

interface ScreenPopsProps {
  readonly settings: Pick<EditableSettings, 'screenPops' | 'popWay'>;
  readonly isLocked: (name: LockName) => boolean;
  /** Tells whether the change was stored. */
  readonly onChange: (change: Partial<EditableSettings>) => Promise<boolean>;
}

const WAYS = [
  { value: 'newTab', key: 'popInNewTab' },
  { value: 'sameTab', key: 'popInSameTab' },
  { value: 'onClick', key: 'popOnClick' },
] as const satisfies readonly { readonly value: PopWay; readonly key: string }[];

const PARTS: readonly RulePart<'campaigns' | 'ingroups'>[] = [
  'template',
  { part: 'campaigns', label: 'pageCampaigns', hint: 'pageCampaignsHint', problem: 'pageCampaignsInvalid' },
  { part: 'ingroups', label: 'pageIngroups', hint: 'pageIngroupsHint', problem: 'pageIngroupsInvalid' },
];

/** Which record of the CRM is opened for a call, and where. */
export function ScreenPops({ settings, isLocked, onChange }: ScreenPopsProps) {
  const { t } = useText();
  const { screenPops, popWay } = settings;
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
        <PageRules
          name="pop"
          rules={screenPops}
          describe={(pop) => ({ name: pop.template, note: noteOf(pop) })}
          empty="optionsNoPops"
          parts={PARTS}
          ruleOf={({ template, campaigns, ingroups }) => ({
            template,
            campaigns: wordsIn(campaigns),
            ingroups: namesIn(ingroups),
          })}
          read={readScreenPops}
          onChange={(pops) => onChange({ screenPops: pops })}
        />
      </Lockable>
      <Lockable isLocked={isLocked('popWay')}>
        <Choice label={t('popWay')} value={popWay} options={WAYS} onChange={(way) => onChange({ popWay: way })} />
        <p class="hint">{t('popWayHint')}</p>
      </Lockable>
    </>
  );
}
