import { Fragment } from 'preact';
import { type Advice, adviseSetUp, verdictOf } from '../../lib/messages/set-up-advice.ts';
import type { LoginReport, SetUpReport } from '../../lib/messages/set-up-report.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import { CopyButton } from '../copy-button.tsx';
import { Icon } from '../icon.tsx';
import { sentence, useText } from '../text.tsx';
import {
  CAMPAIGN_SETTINGS,
  headlineOf,
  type LoginKind,
  loginTitle,
  PURPOSES,
  SUPERVISOR_PURPOSES,
  setUpText,
  toldText,
} from './set-up-text.ts';

interface SetUpResultProps {
  readonly report: SetUpReport;
  /** True when it is in the clipboard. */
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** What a check has found: first what to change, then everything that was asked. */
export function SetUpResult({ report, onCopy }: SetUpResultProps) {
  const { t } = useText();
  const advice = adviseSetUp(report);
  const verdict = verdictOf(advice);
  return (
    <>
      <section class="set-up-verdict" data-verdict={verdict} aria-labelledby="set-up-verdict">
        <h2 id="set-up-verdict">
          <Icon name={verdict === 'allWell' ? 'check' : 'alert'} />
          {headlineOf(t, advice)}
        </h2>
        {WEIGHTS.map(([weight, title]) => (
          <AdviceList
            key={weight}
            title={t(title)}
            weight={weight}
            advice={advice.filter((one) => one.weight === weight)}
            onCopy={onCopy}
          />
        ))}
        <CopyButton text={setUpText(t, report)} label={t('setUpCopy')} onCopy={onCopy} />
      </section>
      <Functions login={report.agent} kind="agent" />
      {report.service && <Functions login={report.service} kind="service" />}
      {report.supervisor && <Functions login={report.supervisor} kind="supervisor" />}
      <section class="set-up-campaign" aria-labelledby="set-up-campaign">
        <h2 id="set-up-campaign">{t('setUpCampaign')}</h2>
        <p class="hint">{t('setUpCampaignHint')}</p>
        <dl>
          {CAMPAIGN_SETTINGS.map(({ label, key }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>{t(key)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

/** In the order of what keeps most from working. */
const WEIGHTS = [
  ['stopped', 'setUpStoppedBy'],
  ['change', 'setUpChange'],
  ['ask', 'setUpUnknown'],
  ['maybe', 'setUpMaybe'],
] as const satisfies readonly (readonly [Advice['weight'], MessageKey])[];

interface AdviceListProps {
  readonly title: string;
  readonly weight: Advice['weight'];
  readonly advice: readonly Advice[];
  readonly onCopy: SetUpResultProps['onCopy'];
}

function AdviceList({ title, weight, advice, onCopy }: AdviceListProps) {
  const { t } = useText();
  if (advice.length === 0) return null;
  return (
    <div class="set-up-advice" data-weight={weight}>
      <h3>{title}</h3>
      <ul>
        {advice.map(({ explanation, line }) => (
          <li key={sentence(t, explanation)}>
            <p>{sentence(t, explanation)}</p>
            {line !== undefined && (
              <div class="set-up-line">
                <code>{line}</code>
                <CopyButton text={line} label={t('setUpCopyLine')} onCopy={onCopy} />
                <p class="hint">{t('setUpListReplaces')}</p>
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A name of several words may go on in the next line behind each of them, and nowhere else. */
function breakable(name: string) {
  return name.split(/(?<=_)/).map((word, index) => (
    <Fragment key={word}>
      {index > 0 && <wbr />}
      {word}
    </Fragment>
  ));
}

function Functions({ login, kind }: { readonly login: LoginReport; readonly kind: LoginKind }) {
  const { t } = useText();
  const purposes = kind === 'supervisor' ? SUPERVISOR_PURPOSES : PURPOSES;
  return (
    <section>
      <table class="set-up-functions">
        <caption>{loginTitle(t, login, kind)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('setUpFunction')}</th>
            <th scope="col">{t('setUpPurpose')}</th>
            <th scope="col">{t('setUpTold')}</th>
          </tr>
        </thead>
        <tbody>
          {login.functions.map((one) => {
            const { name, told } = one;
            const purpose = purposes[name];
            return (
              <tr key={name}>
                <th scope="row">
                  <code>{breakable(name)}</code>
                </th>
                <td>{purpose && t(purpose)}</td>
                <td data-told={told}>{toldText(t, one)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
