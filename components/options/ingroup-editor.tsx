import { useState } from 'preact/hooks';
import { Icon } from '../icon.tsx';
import { TextField } from '../sign-in/field.tsx';
import { useText } from '../text.tsx';

interface IngroupEditorProps {
  readonly ingroups: readonly string[];
  readonly onChange: (ingroups: readonly string[]) => void;
}

// VICIdial takes none shorter, and its column holds no more (vicidial_inbound_groups.group_id).
const INGROUP = /^[\w-]{2,20}$/;

/** The in-groups a call may be transferred to; several are added at once, separated by blanks or commas. */
export function IngroupEditor({ ingroups, onChange }: IngroupEditorProps) {
  const { t } = useText();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<readonly string[]>([]);
  const add = (event: Event) => {
    event.preventDefault();
    const typed = text.split(/[\s,;]+/).filter(Boolean);
    const good = typed.filter((ingroup) => INGROUP.test(ingroup));
    const bad = typed.filter((ingroup) => !INGROUP.test(ingroup));
    if (good.length > 0) onChange([...new Set([...ingroups, ...good])]);
    setRefused(bad);
    setText(bad.join(' '));
  };
  return (
    <>
      {ingroups.length === 0 ? (
        <p class="hint">{t('optionsNoIngroups')}</p>
      ) : (
        <ul class="rows">
          {ingroups.map((ingroup) => (
            <li key={ingroup}>
              <span>{ingroup}</span>
              <button
                type="button"
                class="inline-button"
                aria-label={t('optionsRemove', ingroup)}
                title={t('optionsRemove', ingroup)}
                onClick={() => onChange(ingroups.filter((each) => each !== ingroup))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form class="add-row two" onSubmit={add}>
        <TextField
          label={t('optionsIngroupAdd')}
          name="ingroup"
          problem={refused.length === 0 ? null : t('optionsIngroupInvalid', refused.join(' · '))}
          value={text}
          onValue={(value) => {
            setText(value);
            setRefused([]);
          }}
        />
        <button type="submit" class="button">
          {t('optionsAdd')}
        </button>
      </form>
    </>
  );
}
