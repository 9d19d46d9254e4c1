import { type Explanation, type WayOut, waysOutOf } from '../lib/messages/explanation.ts';
import type { PauseCode } from '../lib/messages/panel-state.ts';
import type { Translate } from '../lib/messages/text.ts';
import { Icon } from './icon.tsx';
import { MenuButton } from './menu-button.tsx';
import { useScreenLabel } from './screen-seen.ts';
import { sentence, useText } from './text.tsx';

/** A way out that the agent has taken; of the pause codes, the one that he chose. */
export type TakenWayOut =
  | Exclude<WayOut, { kind: 'sendPauseCode' | 'callAgain' }>
  | { readonly kind: 'sendPauseCode'; readonly code: string };

interface ProblemProps {
  readonly explanation: Explanation;
  /** Left out where no way out can be taken; the sentence stands alone then. */
  readonly onWayOut?: (wayOut: TakenWayOut) => void;
  /** The codes that can be chosen; without them none is offered. */
  readonly pauseCodes?: readonly PauseCode[];
  /** Left out where nobody is to be called again, or there is a button for it elsewhere. */
  readonly onCallAgain?: (() => void) | undefined;
  readonly id?: string;
}

/** What went wrong and the buttons that mend it, announced at once. */
export function Problem({ explanation, onWayOut, pauseCodes = [], onCallAgain, id }: ProblemProps) {
  const { t } = useText();
  const isOffered = ({ kind }: WayOut) =>
    kind === 'callAgain' ? onCallAgain !== undefined : kind !== 'sendPauseCode' || pauseCodes.length > 0;
  const ways = waysOutOf(explanation).filter(isOffered);
  return (
    <div class="problem" role="alert" id={id}>
      <Icon name="alert" />
      <p>{sentence(t, explanation)}</p>
      {onWayOut && ways.length > 0 && (
        <div class="problem-ways">
          {ways.map((way) => (
            <WayOutButton
              key={way.kind}
              way={way}
              pauseCodes={pauseCodes}
              onCallAgain={onCallAgain}
              onWayOut={onWayOut}
            />
          ))}
        </div>
      )}
    </div>
  );
}

interface WayOutButtonProps extends Required<Pick<ProblemProps, 'onWayOut' | 'pauseCodes'>> {
  readonly onCallAgain: (() => void) | undefined;
  readonly way: WayOut;
}

function WayOutButton({ way, pauseCodes, onCallAgain, onWayOut }: WayOutButtonProps) {
  const { t } = useText();
  const screenLabel = useScreenLabel();
  if (way.kind === 'sendPauseCode') {
    return (
      <MenuButton
        label={t('waySendPauseCode')}
        look="button small"
        items={pauseCodes.map(({ code, name }) => ({ id: code, label: name || code, mark: code }))}
        onChoose={(code) => onWayOut({ kind: 'sendPauseCode', code })}
      >
        {t('waySendPauseCode')}
      </MenuButton>
    );
  }
  const take = () => (way.kind === 'callAgain' ? onCallAgain?.() : onWayOut(way));
  return (
    <button type="button" class="button small" onClick={take}>
      {wayOutLabel(t, screenLabel, way)}
    </button>
  );
}

function wayOutLabel(t: Translate, screenLabel: string, wayOut: Exclude<WayOut, { kind: 'sendPauseCode' }>): string {
  switch (wayOut.kind) {
    case 'showScreen':
      return screenLabel;
    case 'retry':
      return t('wayRetry');
    case 'hangUp':
      return t('wayHangUpAgain');
    case 'callAgain':
      return t('callAgain');
    case 'pause':
      return t('wayPause');
    case 'signIn':
      return t('waySignIn');
    case 'options':
      return t('wayOptions');
    case 'setUp':
      return t('waySetUp');
    case 'ringMe':
      return t('ringMe');
    case 'openWebphone':
      return t('webphoneOpen');
    case 'callAnyway':
      return t('wayCallAnyway');
    case 'allowHost':
      return t('wayAllowHost', wayOut.host);
  }
}
