import { useLayoutEffect, useRef } from 'preact/hooks';
import { isFocusLost } from '../use-focus-back.ts';

interface ListFocus {
  /** For the list, or what says that there is nothing in it: it takes the focus itself where no button does. */
  readonly hold: (element: HTMLElement | null) => void;
  /** Called as a button of a row is pressed that may go with its row: in which row, or the last, to go on, and at which button. */
  readonly goOn: (row: number, button: string) => void;
}

/** For a list whose rows are taken away, or moved, by their own buttons: the focus that goes with them goes on in the list. */
export function useFocusInList(rows: readonly string[]): ListFocus {
  const list = useRef<HTMLElement | null>(null);
  const next = useRef<{ readonly row: number; readonly button: string } | null>(null);
  useLayoutEffect(() => {
    if (next.current && isFocusLost()) {
      const { row, button } = next.current;
      const all = [...(list.current?.querySelectorAll('li') ?? [])];
      const taker = (all[row] ?? all.at(-1))?.querySelector<HTMLElement>(button);
      (taker ?? list.current)?.focus();
    }
    next.current = null;
  }, [rows.join('\n')]);
  return {
    hold: (element) => {
      if (element) list.current = element;
    },
    goOn: (row, button) => {
      next.current = { row, button };
    },
  };
}
