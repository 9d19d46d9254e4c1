import type { DialProblem } from '../../agent/dial/dial-view.ts';
import type { AgentPhase } from '../../agent/state/agent-state.ts';
import { explainDial, explainNumber, type ValueFormat } from '../../messages/explain.ts';
import type { Explanation } from '../../messages/explanation.ts';
import type { Translate } from '../../messages/text.ts';
import { formatAsYouType, formatInternational } from '../../phone/format-number.ts';
import { isRegion } from '../../phone/numbering-plan.ts';
import type { NumberFailure } from '../../phone/phone-number.ts';
import { browser } from '../../platform/extension-api.ts';
import { openSidePanel } from '../../platform/side-panel.ts';
import { hideNumbers } from './notices-hidden-numbers.ts';

/** One notification of each kind at a time: a newer one takes the place of the older. */
export type NoticeKind = 'incoming' | 'callLeft' | 'dial' | 'site' | 'record';

const ID_PREFIX = 'dialside-';

export interface NoticesDeps {
  readonly translate: Translate;
  /** Whether the agent lets notifications hold phone numbers: a lock screen shows them. */
  readonly mayShowNumbers: () => Promise<boolean>;
  /** Where a number that VICIdial gives without its calling code is from. */
  readonly region: () => string;
}

export interface Notices {
  /** What became of a dial, for an agent who looks at nothing of Dialside's, and that it has left him paused. */
  dialProblem(problem: DialProblem, leftPaused?: boolean): Promise<void>;
  numberProblem(failure: NumberFailure): Promise<void>;
  /** A call is there that the agent has not placed. */
  incoming(phase: AgentPhase, phoneNumber: string | null): Promise<void>;
  /** A call that is over waits for its end. */
  callLeft(phase: 'customerGone' | 'wrapUp'): Promise<void>;
  /** A click opens the CRM's record of the call that is on. */
  recordOffered(): Promise<void>;
  /** A site could not be enabled from the menu; the switch in the popup can. */
  enableInPopup(): Promise<void>;
  /** What it said is no longer true. */
  takeBack(kind: NoticeKind): Promise<void>;
}

/** What the agent is told outside pages and panels. */
export function createNotices({ translate, mayShowNumbers, region }: NoticesDeps): Notices {
  const notify = async (kind: NoticeKind, message: string) => {
    await browser.notifications.create(ID_PREFIX + kind, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icons/128.png'),
      title: translate('panelTitle'),
      message,
    });
  };

  const explained = async (explain: (format: ValueFormat) => Explanation, ...more: readonly string[]) => {
    const isShown = await mayShowNumbers();
    const { key, substitutions } = explain({
      number: isShown ? formatInternational : () => translate('noticeOtherNumber'),
      country: (code) => code,
    });
    // Words of the agent screen or the dialer are repeated in some, and may hold the number too.
    const values = isShown ? substitutions : substitutions.map(hideNumbers);
    await notify('dial', [translate(key, ...values), ...more].join(' '));
  };

  const readable = (phoneNumber: string) => {
    const from = region();
    return isRegion(from) ? formatAsYouType(phoneNumber, from) : phoneNumber;
  };

  return {
    dialProblem: (problem, leftPaused = false) =>
      explained((format) => explainDial(problem, format), ...(leftPaused ? [translate('dialLeftPaused')] : [])),
    numberProblem: (failure) => explained((format) => explainNumber(failure, format)),
    async incoming(phase, phoneNumber) {
      if (phase === 'phoneRinging') return notify('incoming', translate('noticePhoneRinging'));
      const isShown = phoneNumber !== null && (await mayShowNumbers());
      const text = isShown ? translate('noticeIncomingFrom', readable(phoneNumber)) : translate('noticeIncoming');
      await notify('incoming', text);
    },
    callLeft: (phase) => notify('callLeft', translate(phase === 'wrapUp' ? 'noticeWrapUp' : 'noticeCustomerGone')),
    recordOffered: () => notify('record', translate('noticeRecord')),
    enableInPopup: () => notify('site', translate('noticeEnableInPopup')),
    async takeBack(kind) {
      await browser.notifications.clear(ID_PREFIX + kind);
    },
  };
}

/**
 * Answers a click on one of our notifications: `openRecord` runs where it offers that, else the side panel comes up, or, where the
 * browser opens none for such a click, `otherwise` runs. To be called in the first turn of the click.
 */
export async function followNotice(
  id: string,
  {
    openRecord,
    otherwise,
  }: { readonly openRecord: () => Promise<unknown>; readonly otherwise: () => Promise<unknown> },
): Promise<void> {
  if (!id.startsWith(ID_PREFIX)) return;
  if (id === `${ID_PREFIX}record`) {
    void browser.notifications.clear(id);
    await openRecord();
    return;
  }
  const opened = openSidePanel();
  void browser.notifications.clear(id);
  if (!(await opened)) await otherwise();
}
