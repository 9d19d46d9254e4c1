interface WhyNotProps {
  /** Of the controls of one row; null for one that has effect. */
  readonly reasons: readonly (string | null)[];
}

/**
 * Why controls of a row have no effect, each reason once, below the row: what opens on pointing would cover the next one.
 * Each control says its own to a screen reader.
 */
export function WhyNot({ reasons }: WhyNotProps) {
  const words = new Set(reasons.filter((reason) => reason !== null));
  return words.size > 0 ? <p class="why-not">{[...words].join(' ')}</p> : null;
}
