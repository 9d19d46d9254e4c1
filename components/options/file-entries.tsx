interface FileEntriesProps {
  readonly label: string;
  readonly value: unknown;
}

/**
 * What a file would write, whole and one entry per line: the agent agrees to all of it, and what was left out would be the place
 * for what nobody is to see.
 */
export function FileEntries({ label, value }: FileEntriesProps) {
  if (!Array.isArray(value)) return <small class="entry-note">{written(value)}</small>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is scrolled by keyboard as well
    <ol class="file-entries" dir="ltr" aria-label={label} tabIndex={0}>
      {value.map((entry, index) => (
        <li key={index}>{written(entry)}</li>
      ))}
    </ol>
  );
}

/** Signs that draw nothing or turn the direction of others around would have one address look like another. */
function written(value: unknown): string {
  return JSON.stringify(value).replace(/[\p{Cf}\p{Zl}\p{Zp}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
}
