import type { Explanation, WayOut } from '../lib/messages/explanation.ts';
import type { Translate } from '../lib/messages/text.ts';
import { Icon } from './icon.tsx';
import { sentence, useText } from './text.tsx';

interface ProblemProps {
  readonly explanation: Explanation;
  /** Left out where no way out can be taken; the sentence stands alone then. */
  readonly onWayOut?: (wayOut: WayOut) => void;
  readonly id?: string;
}

/** What went wrong and the button that mends it, announced at once. */
export function Problem({ explanation, onWayOut, id }: ProblemProps) {
  const { t } = useText();
  const { action } = explanation;
  return (
    <div class="problem" role="alert" id={id}>
      <Icon name="alert" />
      <p>{sentence(t, explanation)}</p>
      {action && onWayOut && (
        <button type="button" class="button small" onClick={() => onWayOut(action)}>
          {wayOutLabel(t, action)}
        </button>
      )}
    </div>
  );
}

function wayOutLabel(t: Translate, wayOut: WayOut): string {
  switch (wayOut.kind) {
    case 'showScreen':
      return t('wayShowScreen');
    case 'retry':
      return t('wayRetry');
    case 'pause':
      return t('wayPause');
    case 'signIn':
      return t('waySignIn');
    case 'options':
      return t('wayOptions');
    case 'allowHost':
      return t('wayAllowHost', wayOut.host);
  }
}
