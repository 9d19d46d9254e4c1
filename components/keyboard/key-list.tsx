import { useEffect, useState } from 'preact/hooks';
import { useText } from '../text.tsx';
import type { KeyCommand, Keys } from './keys.ts';

/** Every command with its keys, what is wrong with them, and the way to change them. */
export function KeyList({ keys }: { readonly keys: Keys }) {
  const { t } = useText();
  const [commands, setCommands] = useState<readonly KeyCommand[]>([]);
  useEffect(() => {
    const read = () => void keys.read().then(setCommands, () => undefined);
    read();
    // The agent comes back from the page on which he has changed them.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, [keys]);
  return (
    <>
      <ul class="keys">
        {commands.map((command) => (
          <li key={command.name}>
            <span>
              {t(command.name)}
              <KeyTrouble command={command} all={commands} />
            </span>
            {command.keys === '' ? <small class="hint">{t('keysNone')}</small> : <kbd dir="ltr">{command.keys}</kbd>}
          </li>
        ))}
      </ul>
      <p>
        <button type="button" class="button" onClick={keys.change}>
          {t('keysChange')}
        </button>
      </p>
    </>
  );
}

function KeyTrouble({ command, all }: { readonly command: KeyCommand; readonly all: readonly KeyCommand[] }) {
  const { t } = useText();
  const { keys, suggested } = command;
  const isTwice = keys !== '' && all.filter((each) => each.keys === keys).length > 1;
  if (isTwice) return <small class="key-trouble">{t('keysTwice')}</small>;
  // The browser gives keys that something else has to nobody else, without a word.
  if (keys === '' && suggested !== '') return <small class="key-trouble">{t('keysTaken', suggested)}</small>;
  return null;
}
