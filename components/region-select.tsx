import { useMemo } from 'preact/hooks';
import type { ControlProps } from './field.tsx';
import { useText } from './text.tsx';

interface RegionSelectProps {
  readonly control: ControlProps;
  readonly regions: readonly string[];
  readonly value: string;
  /** First line that chooses nothing, where nothing may be chosen. */
  readonly none?: string;
  readonly onValue: (region: string) => void;
}

/** Countries by their names in the agent's language and order. */
export function RegionSelect({ control, regions, value, none, onValue }: RegionSelectProps) {
  const { country, locale } = useText();
  const options = useMemo(() => {
    const order = new Intl.Collator(locale);
    return regions
      .map((region) => ({ region, name: country(region) }))
      .sort((left, right) => order.compare(left.name, right.name));
  }, [regions, country, locale]);
  return (
    <select {...control} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
      {none !== undefined && <option value="">{none}</option>}
      {options.map(({ region, name }) => (
        <option key={region} value={region}>
          {name}
        </option>
      ))}
    </select>
  );
}
