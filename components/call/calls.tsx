import type { ComponentChildren } from 'preact';
import { describePhase, type StateDescription } from '../../lib/messages/describe.ts';
import { useText } from '../text.tsx';
import { BareCall, type BareCallProps } from './bare-call.tsx';
import { callStageOf } from './call-stage.ts';
import { DialledCall, type DialledCallProps } from './dialled-call.tsx';

interface CallsProps extends BareCallProps, Omit<DialledCallProps, 'dial'> {
  /** The newest dial; null for none. */
  readonly dial: DialledCallProps['dial'] | null;
  /** The agent is in a call that is not of this dial. */
  readonly isBare: boolean;
  /** The controls of the call that is on; nothing while there is nothing to control. */
  readonly children: ComponentChildren;
}

/**
 * The call that is on, with its controls, and below it a dial that is over or not yet sent. The first card stays the same one
 * whosever call it shows: a dial that ends leaves its wrap-up to it, and the agent goes on filling in the form that he is in.
 */
export function Calls(props: CallsProps) {
  const { dial, isBare, agent, children } = props;
  const stage = dial && callStageOf(dial, agent);
  const dialled = dial && <DialledCall {...props} dial={dial} />;
  return (
    <>
      {(isBare || dial) && (
        <CallCard
          key="first"
          tone={isBare || !stage ? describePhase(agent.phase).tone : stage.tone}
          isOver={!isBare && stage?.next === 'over'}
        >
          {isBare ? <BareCall {...props} /> : dialled}
          {children}
        </CallCard>
      )}
      {isBare && stage && (
        <CallCard key="second" tone={stage.tone} isOver={stage.next === 'over'}>
          {dialled}
        </CallCard>
      )}
    </>
  );
}

interface CallCardProps extends Pick<StateDescription, 'tone'> {
  readonly isOver: boolean;
  readonly children: ComponentChildren;
}

function CallCard({ tone, isOver, children }: CallCardProps) {
  const { t } = useText();
  return (
    <section class="call" data-tone={tone} aria-label={t(isOver ? 'callLast' : 'callCurrent')}>
      {children}
    </section>
  );
}
