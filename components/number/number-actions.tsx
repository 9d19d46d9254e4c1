import { useEffect, useRef, useState } from 'preact/hooks';
import { type DialView, isDialOver } from '../../lib/agent/dial/dial-view.ts';
import { describeDial } from '../../lib/messages/describe.ts';
import { explainDial } from '../../lib/messages/explain.ts';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type { NumberLead, NumberRights } from '../../lib/messages/number-details.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import type { DialableNumber } from '../../lib/phone/phone-number.ts';
import { Icon } from '../icon.tsx';
import { Problem } from '../problem.tsx';
import { useText } from '../text.tsx';
import { useFocusBack } from '../use-focus-back.ts';
import { CallbackForm } from './callback-form.tsx';
import { DoNotCallForm } from './do-not-call-form.tsx';
import type { NumberCommands } from './number-commands.ts';
import { useChange } from './use-change.ts';
import { useRest } from './use-rest.ts';

export interface NumberActionsProps {
  readonly called: DialableNumber;
  /** The one that is shown; null for none. */
  readonly lead: NumberLead | null;
  /** The lead of the page's record, where the number is one of its others. */
  readonly ofRecord: string | null;
  readonly isSignedIn: boolean;
  readonly rights: NumberRights | null;
  /** The agent's; null while nobody has told it. */
  readonly campaign: string | null;
  readonly clockAheadMs: number | undefined;
  /** The newest dial. */
  readonly dial: DialView | null;
  /** The agent screen may show a lead before it is called. */
  readonly canPreview: boolean;
  readonly commands: NumberCommands;
  /** What is shown is old. */
  readonly onChanged: () => void;
}

type Tool = 'callback' | 'doNotCall';

/** What is said, and of which lead. */
interface About<T> {
  readonly about: string;
  readonly value: T;
}

/** What holds for the number whichever lead is shown. */
const WHOEVER = '';

/** What can be done about a number: the call and how it stands, a call-back, the do-not-call list, the clipboard. */
export function NumberActions(props: NumberActionsProps) {
  const { called, lead, isSignedIn, rights, dial, commands, onChanged } = props;
  const tools = useText();
  const { t, number } = tools;
  const [failed, setFailed] = useState<About<Explanation> | null>(null);
  // An answer may come when another lead is shown, of which it says nothing.
  const [told, setTold] = useState<About<string> | null>(null);
  const [tool, setTool] = useState<Tool | null>(null);
  const lastTool = useRef<Tool>('callback');
  if (tool !== null) lastTool.current = tool;
  const root = useFocusBack<HTMLDivElement>(tool !== null, (buttons) =>
    buttons.querySelector(`[data-tool=${lastTool.current}]`),
  );
  const openedAt = useRef(Date.now()).current;
  // How a call of an hour ago went says nothing of the next.
  const isOwn = dial?.number.e164 === called.e164 && (!isDialOver(dial.stage) || dial.startedAt >= openedAt);
  const own = isOwn ? dial : null;
  const isRunning = own !== null && !isDialOver(own.stage);
  const change = useChange(onChanged);
  const isAtRest = useRest();
  const leadId = lead?.leadId ?? WHOEVER;
  const ofShown = <T,>(what: About<T> | null) =>
    what !== null && [leadId, WHOEVER].includes(what.about) ? what.value : null;
  const said = ofShown(told);
  // What was begun for one lead is not done to another.
  useEffect(() => setTool(null), [leadId, isSignedIn]);

  const begin = async (tooSoon: MessageKey, command: () => ReturnType<NumberCommands['dial']>) => {
    if (isRunning) return;
    setFailed(null);
    if (!isAtRest()) return setTold({ about: WHOEVER, value: t(tooSoon) });
    setTold(null);
    const answer = await command().catch(() => null);
    if (!answer?.ok)
      setFailed({ about: leadId, value: answer ? explainDial(answer.failure, tools) : explain('commandFailed') });
  };
  const open = (next: Tool | null) => {
    setTold(null);
    if (tool !== null) change.clear();
    setTool(next);
  };
  // The form of the lead that is shown by then is another one.
  const isShown = useRef(leadId);
  isShown.current = leadId;
  const done = (about: string, value: string) => {
    if (about === WHOEVER || about === isShown.current) open(null);
    setTold({ about, value });
    onChanged();
  };
  // Of a form that another lead has closed.
  const unread = tool === null ? (change.problemOf(leadId) ?? change.problemOf(WHOEVER)) : null;
  const problem = unread ?? ofShown(failed) ?? (own?.problem ? explainDial(own.problem, tools) : null);
  const stage = own !== null ? describeDial(own).key : null;
  const status = change.isBusy ? t('stageSending') : (said ?? (stage !== null && t(stage)));
  const toolButton = (name: Tool, words: MessageKey) => (
    <button
      type="button"
      class="button"
      data-tool={name}
      aria-expanded={tool === name}
      aria-disabled={change.isBusy}
      onClick={() => !change.isBusy && open(tool === name ? null : name)}
    >
      {t(words)}
    </button>
  );
  return (
    <>
      <div class="number-actions" ref={root}>
        {isSignedIn && (
          <button
            type="button"
            class="button primary"
            aria-disabled={isRunning}
            onClick={() => begin('numberJustShown', () => commands.dial(lead?.leadId ?? props.ofRecord))}
          >
            <Icon name="phone" />
            {t('confirmDial')}
          </button>
        )}
        {isSignedIn && props.canPreview && lead && (
          <button
            type="button"
            class="button"
            aria-disabled={isRunning}
            onClick={() => begin('numberPreviewJustShown', () => commands.preview(lead.leadId))}
          >
            {t('numberPreview')}
          </button>
        )}
        {isRunning && own.canCancel && (
          <button type="button" class="button" onClick={() => commands.cancel(own.id)}>
            {t('callCancel')}
          </button>
        )}
        {rights?.leads && lead && toolButton('callback', 'numberPlanCallback')}
        {rights?.doNotCall && toolButton('doNotCall', 'numberDoNotCall')}
        <button
          type="button"
          class="button"
          onClick={async () => {
            const isCopied = await commands.copy(called.e164);
            setTold({ about: WHOEVER, value: t(isCopied ? 'setUpCopied' : 'setUpNotCopied') });
          }}
        >
          <Icon name="copy" />
          {t('numberCopy')}
        </button>
      </div>
      <p class="hint" role="status">
        {status}
      </p>
      {problem && <Problem explanation={problem} />}
      {tool === 'callback' && lead && (
        <CallbackForm
          clockAheadMs={props.clockAheadMs}
          isBusy={change.isBusy}
          problem={change.problemOf(leadId)}
          onPlan={(callback) =>
            change.send(
              leadId,
              () => commands.planCallback(leadId, callback),
              () => done(leadId, t('numberPlanned')),
            )
          }
          onLeave={() => open(null)}
        />
      )}
      {tool === 'doNotCall' && (
        <DoNotCallForm
          number={number(called.e164)}
          campaign={props.campaign}
          isBusy={change.isBusy}
          problem={change.problemOf(WHOEVER)}
          onList={(campaign, list) =>
            change.send(
              WHOEVER,
              () => commands.listDoNotCall(campaign),
              (outcome) =>
                done(
                  WHOEVER,
                  t(outcome === 'added' ? 'supervisorDncAdded' : 'supervisorDncListed', number(called.e164), list),
                ),
            )
          }
          onLeave={() => open(null)}
        />
      )}
    </>
  );
}
