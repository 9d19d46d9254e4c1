import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { MessageKey } from '../../lib/messages/text.ts';
import { useText } from '../text.tsx';
import { KeyList } from './key-list.tsx';
import type { Keys } from './keys.ts';

interface KeyboardHelpProps {
  readonly keys: Keys;
  /** Asked for otherwise than by its key. */
  readonly isAsked?: boolean;
  readonly onClose?: () => void;
}

type Line = readonly [keys: string, name: MessageKey];

/** Keys that stay as they are. */
const FIXED: readonly Line[] = [
  ['Enter', 'keysEnter'],
  ['Esc', 'keysEscape'],
];
/** May be turned off in the options. */
const HELP: Line = ['?', 'keysHelp'];

/** Of Latin and of Arabic keyboards. */
const QUESTION_MARKS = ['?', '؟'];

/** What the keyboard does, over the page: opened by a question mark that is not typed into a field, unless that is off; closed by Escape. */
export function KeyboardHelp({ keys, isAsked = false, onClose }: KeyboardHelpProps) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    // As it was when it was asked last: only at once can the browser be kept from a search of its own.
    let isOn = false;
    const ask = () =>
      keys.hasHelpKey().then(
        (is) => {
          isOn = is;
          return is;
        },
        () => false,
      );
    void ask();
    const onKeyDown = (event: KeyboardEvent) => {
      if (!QUESTION_MARKS.includes(event.key) || isField(event.target)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (isOn) event.preventDefault();
      void ask().then((is) => is && setOpen(true));
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [keys]);
  const close = () => {
    setOpen(false);
    onClose?.();
  };
  return isOpen || isAsked ? <Help keys={keys} onClose={close} /> : null;
}

function Help({ keys, onClose }: { readonly keys: Keys; readonly onClose: () => void }) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [hasHelpKey, setHelpKey] = useState(false);
  useEffect(() => {
    keys.hasHelpKey().then(setHelpKey, () => undefined);
  }, [keys]);
  // Modal: the browser keeps the focus in it, and gives it back afterwards.
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="keyboard-help" ref={dialog} aria-labelledby={title} onClose={onClose}>
      <h2 id={title}>{t('keysTitle')}</h2>
      <ul class="keys">
        {[...FIXED, ...(hasHelpKey ? [HELP] : [])].map(([key, name]) => (
          <li key={key}>
            <span>{t(name)}</span>
            <kbd dir="ltr">{key}</kbd>
          </li>
        ))}
      </ul>
      <p class="hint">{t('keysHint')}</p>
      <KeyList keys={keys} />
      <button type="button" class="button primary" onClick={() => dialog.current?.close()}>
        {t('confirmClose')}
      </button>
    </dialog>
  );
}

function isField(target: EventTarget | null): boolean {
  // The number field has the focus after each call, and no number begins with it.
  if (target instanceof HTMLInputElement && target.type === 'tel' && target.value === '') return false;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'file', 'button'].includes(target.type);
}
