import { useEffect, useRef, useState } from 'preact/hooks';
import type { LeadCallback, NumberAnswer, NumberLead } from '../../lib/messages/number-details.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import { AskFirst } from '../ask-first.tsx';
import { Field } from '../field.tsx';
import { Problem } from '../problem.tsx';
import { useText } from '../text.tsx';
import { isFocusLost } from '../use-focus-back.ts';
import { formatServerTime } from './server-time.ts';
import { useChange } from './use-change.ts';
import type { Part } from './use-part.ts';

interface LeadFactsProps {
  readonly leads: readonly NumberLead[];
  readonly chosen: NumberLead;
  readonly callbacks: Part<readonly LeadCallback[]>;
  readonly onChoose: (leadId: string) => void;
  /** Takes back every call-back of the chosen one; null where the login may not. */
  readonly remove: (() => Promise<NumberAnswer<number>>) | null;
  /** What is known of the call-backs is old. */
  readonly onRemoved: () => void;
}

/** Who is called: the chosen of the leads with a number, what was known last, and when he is to be called again. */
export function LeadFacts({ leads, chosen, callbacks, onChoose, remove, onRemoved }: LeadFactsProps) {
  const { t, locale } = useText();
  const { isBusy, problemOf, send } = useChange(onRemoved);
  const [removed, setRemoved] = useState<{ readonly about: string; readonly count: number } | null>(null);
  const outcome = useRef<HTMLDivElement>(null);
  const problem = problemOf(chosen.leadId);
  const count = removed?.about === chosen.leadId ? removed.count : null;
  const isTold = count !== null || problem !== null;
  const planned = callbacks.step === 'told' ? callbacks.value : [];
  const nextCallback = nextOf(planned);
  const hasButton = nextCallback !== null && remove !== null;
  // The button is gone with the call-backs, or while they are read again: who used it goes on from here.
  useEffect(() => {
    if (isTold && isFocusLost()) outcome.current?.focus();
  }, [isTold, hasButton]);
  const facts: readonly (readonly [MessageKey, string])[] = [
    ['numberStatus', chosen.status],
    ['numberUser', chosen.user],
    ['numberCallback', nextCallback === null ? '' : describeCallback(nextCallback)],
    ['numberVendorCode', chosen.vendorCode],
    ['numberList', chosen.listId],
  ];
  function describeCallback({ at, for: recipient, user }: LeadCallback): string {
    return [formatServerTime(at, locale), ownerOf({ for: recipient, user })].join(' · ');
  }
  function ownerOf({ for: recipient, user }: Pick<LeadCallback, 'for' | 'user'>): string {
    return recipient === 'USERONLY' ? user : t('callbackAnyone');
  }
  const owners = [...new Set(planned.map(ownerOf))].join(', ');
  const removeAll = async (ask: () => Promise<NumberAnswer<number>>) => {
    setRemoved(null);
    await send(chosen.leadId, ask, (count) => {
      setRemoved({ about: chosen.leadId, count });
      onRemoved();
    });
  };
  return (
    <>
      {leads.length > 1 && (
        <Field label={t('numberWhichLead')}>
          {(control) => (
            <select {...control} value={chosen.leadId} onChange={(event) => onChoose(event.currentTarget.value)}>
              {leads.map((lead) => (
                <option key={lead.leadId} value={lead.leadId}>
                  {[nameOf(lead), lead.status].join(' · ')}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <p class="number-name">
        <bdi>{nameOf(chosen)}</bdi>
      </p>
      <dl class="number-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([key, value]) => (
            <div key={key}>
              <dt>{t(key)}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
      </dl>
      {nextCallback !== null && nextCallback.comments !== '' && (
        <p class="hint">
          <bdi>{nextCallback.comments}</bdi>
        </p>
      )}
      {hasButton && (
        <AskFirst
          key={chosen.leadId}
          label={t('numberRemoveCallback')}
          question={t('numberRemoveAsk', String(planned.length), owners)}
          isDanger
          isDisabled={isBusy}
          onAgree={() => removeAll(remove)}
        />
      )}
      <div tabIndex={-1} ref={outcome} hidden={!isTold && !isBusy}>
        <p class="hint" role="status">
          {isBusy ? t('stageSending') : count !== null && t('numberRemoved', String(count))}
        </p>
        {problem && <Problem explanation={problem} />}
      </div>
    </>
  );
}

/** A lead without a name is known by its number in VICIdial. */
function nameOf({ name, leadId }: NumberLead): string {
  return name === '' ? `#${leadId}` : name;
}

function nextOf(callbacks: readonly LeadCallback[]): LeadCallback | null {
  return callbacks.toSorted((one, other) => one.at.localeCompare(other.at))[0] ?? null;
}
