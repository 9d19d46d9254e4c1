import { Fragment } from 'preact';

/** Facts in a row, each read in its own direction: beside a name in Arabic or Hebrew the others would change places. */
export function Facts({ facts }: { readonly facts: readonly string[] }) {
  return facts.map((fact, at) => (
    <Fragment key={fact}>
      {at > 0 && ' · '}
      <bdi>{fact}</bdi>
    </Fragment>
  ));
}
