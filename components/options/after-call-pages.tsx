import { type AfterCallPage, LONGEST_PAGE_NAME, readAfterCallPages } from '../../lib/crm/pages/page-rules.ts';
import { useText } from '../text.tsx';
import { PageRules, type RulePart } from './page-rules.tsx';
import { wordsIn } from './page-template-field.tsx';

interface AfterCallPagesProps {
  readonly pages: readonly AfterCallPage[];
  /** Tells whether the pages were stored. */
  readonly onChange: (pages: readonly AfterCallPage[]) => Promise<boolean>;
}

const PARTS: readonly RulePart<'name' | 'statuses' | 'campaigns' | 'minimumSeconds' | 'rank'>[] = [
  {
    part: 'name',
    label: 'recordName',
    problem: (typed) => (typed.trim() === '' ? ['recordNameMissing'] : ['fieldTooLong', String(LONGEST_PAGE_NAME)]),
  },
  'template',
  { part: 'statuses', label: 'pageStatuses', hint: 'pageStatusesHint', problem: 'pageStatusesInvalid' },
  { part: 'campaigns', label: 'pageCampaigns', hint: 'pageCampaignsHint', problem: 'pageCampaignsInvalid' },
  { part: 'minimumSeconds', label: 'pageSeconds', hint: 'pageSecondsHint', problem: 'pageSecondsInvalid' },
  { part: 'rank', label: 'pageRank', hint: 'pageRankHint', problem: 'pageRankInvalid' },
];

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
    <PageRules
      name="page"
      rules={pages}
      describe={(page) => ({ name: page.name, note: noteOf(page) })}
      empty="optionsNoPages"
      parts={PARTS}
      ruleOf={({ name, template, statuses, campaigns, minimumSeconds, rank }) => ({
        ...{ name, template },
        ...{ statuses: wordsIn(statuses), campaigns: wordsIn(campaigns) },
        ...{ minimumSeconds: Number(minimumSeconds), rank: Number(rank) },
      })}
      read={readAfterCallPages}
      onChange={onChange}
    />
  );
}
