import { type DialerClock, ownTimeOf, zoneOf } from '../../lib/agent/call/callback-time.ts';
import { keptOfComment } from '../../lib/agent/call/kept-comment.ts';
import type { FinishRequest } from '../../lib/messages/call-control.ts';
import { Choice } from '../choice.tsx';
import { useNow } from '../elapsed.tsx';
import { Field } from '../field.tsx';
import { useText } from '../text.tsx';

/** A call-back as it is being filled in. `at` is the field's own `YYYY-MM-DDTHH:MM`, empty until it is whole. */
export interface CallbackDraft {
  readonly at: string;
  readonly type: Callback['type'];
  readonly comments: string;
}

type Callback = NonNullable<FinishRequest['callback']>;

/** The agent's own call-back at that time. */
export function draftCallback(at: string): CallbackDraft {
  return { at, type: 'USERONLY', comments: '' };
}

// What VICIdial keeps of a comment (api.md 7.4).
const MAX_COMMENT = 200;

interface CallbackFieldsProps {
  readonly draft: CallbackDraft;
  readonly problem: string | null;
  /** What he is asked to be sure of. */
  readonly warning: string | null;
  readonly clock: DialerClock;
  readonly onChange: (draft: CallbackDraft) => void;
}

/** When to call back, who does, and what to remember. */
export function CallbackFields({ draft, problem, warning, clock, onChange }: CallbackFieldsProps) {
  const { t } = useText();
  const kept = keptOfComment(draft.comments);
  const isKept = kept === draft.comments.trim().replace(/\s+/g, ' ');
  return (
    <>
      <Field label={t('callbackAt')} problem={problem} warning={warning}>
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            name="callback-at"
            value={draft.at}
            onInput={(event) => onChange({ ...draft, at: event.currentTarget.value })}
          />
        )}
      </Field>
      {problem === null && warning === null && <TimeThere clock={clock} at={draft.at} />}
      <Choice
        label={t('callbackWho')}
        value={draft.type}
        options={[
          { value: 'USERONLY', key: 'callbackMine' },
          { value: 'ANYONE', key: 'callbackAnyone' },
        ]}
        onChange={(type) => onChange({ ...draft, type })}
      />
      <Field
        label={t('callbackComment')}
        hint={isKept ? t('callbackCommentHint') : undefined}
        warning={kept === '' && !isKept ? t('callbackCommentLost') : null}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            name="callback-comment"
            maxLength={MAX_COMMENT}
            autoComplete="off"
            value={draft.comments}
            onInput={(event) => onChange({ ...draft, comments: event.currentTarget.value })}
          />
        )}
      </Field>
      {/* No note of the field: it would be announced at every letter. */}
      {kept !== '' && !isKept && (
        <p class="note comment-kept">
          <bdi>{t('callbackCommentKept', kept)}</bdi>
        </p>
      )}
    </>
  );
}

/** Whose time it is, and what that is here. No note of the field: those are announced whenever they change. */
function TimeThere({ clock, at }: { readonly clock: DialerClock; readonly at: string }) {
  const { t, locale } = useText();
  const format = new Intl.DateTimeFormat(locale, {
    ...{ weekday: 'short', hour: 'numeric', minute: '2-digit', timeZone: 'UTC' },
  });
  const now = useNow();
  const zone = zoneOf(clock);
  const there = format.format(now + clock.aheadMs);
  const own = ownTimeOf(at, clock, now);
  return (
    <p class="note callback-now">
      {t(clock.isRead ? 'callbackNowThere' : 'callbackNowHere', zone === null ? there : `${there} (${zone})`)}
      {own !== null && ` ${t('callbackForYou', format.format(own))}`}
    </p>
  );
}

/** The call-back as it is sent, in the dialer's local time; null while the time is not a whole one. */
export function callbackOf({ at, type, comments }: CallbackDraft): Callback | null {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(at) ?? [];
  return day && time ? { at: `${day} ${time}:00`, type, comments: comments.trim() } : null;
}
