import { Field } from '../field.tsx';
import { Icon } from '../icon.tsx';
import { RegionSelect } from '../region-select.tsx';
import { useText } from '../text.tsx';
import { REMOVE_BUTTON, RemoveButton } from './remove-button.tsx';
import { useFocusInList } from './use-focus-in-list.ts';

interface RegionEditorProps {
  /** In order of preference; never empty. */
  readonly chosen: readonly string[];
  readonly regions: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The countries whose national numbers are read, in order of preference. */
export function RegionEditor({ chosen, regions, onChange }: RegionEditorProps) {
  const { t, country } = useText();
  const { hold, goOn } = useFocusInList(chosen);
  return (
    <>
      <ul class="rows" ref={hold} tabIndex={-1}>
        {chosen.map((region, index) => (
          <li key={region}>
            <span>{country(region)}</span>
            {index > 0 && (
              <button
                type="button"
                class="inline-button move-up"
                aria-label={t('optionsMoveUp', country(region))}
                title={t('optionsMoveUp', country(region))}
                onClick={() => {
                  goOn(index - 1, '.move-up');
                  onChange(movedUp(chosen, index));
                }}
              >
                <Icon name="up" />
              </button>
            )}
            {chosen.length > 1 && (
              <RemoveButton
                name={country(region)}
                onRemove={() => {
                  goOn(index, REMOVE_BUTTON);
                  onChange(chosen.filter((each) => each !== region));
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <div class="add-form">
        <Field label={t('optionsRegionAdd')}>
          {(control) => (
            <RegionSelect
              control={control}
              regions={regions.filter((region) => !chosen.includes(region))}
              value=""
              none={t('optionsRegionChoose')}
              onValue={(region) => region !== '' && onChange([...chosen, region])}
            />
          )}
        </Field>
      </div>
    </>
  );
}

function movedUp(chosen: readonly string[], index: number): readonly string[] {
  const rest = chosen.filter((_, each) => each !== index);
  return [...rest.slice(0, index - 1), ...chosen.slice(index, index + 1), ...rest.slice(index - 1)];
}
