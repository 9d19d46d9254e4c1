import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Disposition } from '../../lib/messages/panel-state.ts';
import { Field } from '../field.tsx';
import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';
import { findDispositions } from './disposition-search.ts';

interface DispositionPickerProps {
  readonly dispositions: readonly Disposition[];
  readonly chosen: Disposition | null;
  /** What is searched for. */
  readonly typed: string;
  readonly problem: string | null;
  readonly onChoose: (disposition: Disposition | null) => void;
  /** What was typed, and what it chooses. */
  readonly onType: (typed: string, disposition: Disposition | null) => void;
  /** Enter: the agent is sure of the choice. */
  readonly onEnter: () => void;
}

/** A list that is searched by typing: the best match is chosen at once, arrows walk, Enter goes on. */
export function DispositionPicker(props: DispositionPickerProps) {
  const { dispositions, chosen, typed, problem, onChoose, onType, onEnter } = props;
  const { t } = useText();
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const found = findDispositions(dispositions, typed);
  const optionId = ({ code }: Disposition) => `${listId}-${code}`;

  useLayoutEffect(() => {
    if (chosen) list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const type = (text: string) =>
    onType(text, text.trim() === '' ? null : (findDispositions(dispositions, text)[0] ?? null));
  const onKeyDown = (event: KeyboardEvent) => {
    const next = neighbour(found, chosen, event.key);
    if (next) onChoose(next);
    else if (event.key === 'Enter') onEnter();
    else return;
    event.preventDefault();
  };

  return (
    <Field label={t('finishDisposition')} problem={problem}>
      {(control) => (
        <div class="picker">
          <input
            {...control}
            type="text"
            dir="auto"
            role="combobox"
            autoComplete="off"
            spellcheck={false}
            aria-expanded={true}
            aria-controls={listId}
            aria-activedescendant={chosen ? optionId(chosen) : undefined}
            placeholder={t('finishSearch')}
            value={typed}
            onInput={(event) => type(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          <div class="picker-list" role="listbox" id={listId} ref={list} aria-label={t('finishDisposition')}>
            {found.map((disposition) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of a list are those of its search field.
              <div
                key={disposition.code}
                id={optionId(disposition)}
                role="option"
                tabIndex={-1}
                aria-selected={disposition.code === chosen?.code}
                // The search keeps the caret.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChoose(disposition)}
              >
                <code>{disposition.code}</code>
                <span>{disposition.name || disposition.code}</span>
                {disposition.isCallback && <Icon name="again" />}
              </div>
            ))}
          </div>
          {found.length === 0 && <p class="hint">{t('finishNoMatch')}</p>}
        </div>
      )}
    </Field>
  );
}

function neighbour(found: readonly Disposition[], chosen: Disposition | null, key: string): Disposition | undefined {
  const now = found.findIndex(({ code }) => code === chosen?.code);
  if (key === 'ArrowDown') return found[(now + 1) % found.length];
  return key === 'ArrowUp' ? found.at(now < 0 ? -1 : now - 1) : undefined;
}
