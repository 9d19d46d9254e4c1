import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { useText } from './text.tsx';

/** Shows Dialside's window about a number (E.164); null where there is none to be shown. */
export const ShowNumber = createContext<((e164: string) => void) | null>(null);

/** A number in full. Where more can be shown of it, it is a button that does. */
export function NumberLink({ e164 }: { readonly e164: string }) {
  const { t, number } = useText();
  const show = useContext(ShowNumber);
  const written = number(e164);
  if (!show) return <bdi dir="ltr">{written}</bdi>;
  const name = t('numberMore', written);
  return (
    <button type="button" class="number-link" aria-label={name} title={name} onClick={() => show(e164)}>
      <bdi dir="ltr">{written}</bdi>
    </button>
  );
}
