import type { ComponentChildren } from 'preact';
import type { Tone } from '../../lib/messages/describe.ts';

interface Column<Row> {
  readonly label: string;
  /** The first column names the row. */
  readonly cell: (row: Row) => ComponentChildren;
  readonly kind?: 'number' | 'state';
}

interface DataTableProps<Row> {
  /** Said to screen readers; whoever sees the table has the heading above it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly toneOf?: (row: Row) => Tone;
  /** Stands in a row instead of everything but its name; null where there is something to show. */
  readonly problemOf?: (row: Row) => string | null;
}

/** Rows of the dialer. In a narrow window each row is a list of its own, each value beside the name of its column. */
export function DataTable<Row>({ caption, columns, rows, keyOf, toneOf, problemOf }: DataTableProps<Row>) {
  const [head, ...others] = columns;
  return (
    <table class="rows-table">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label }) => (
            <th scope="col" key={label}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const problem = problemOf?.(row) ?? null;
          return (
            <tr key={keyOf(row)} data-tone={toneOf?.(row)}>
              <th scope="row">{head?.cell(row)}</th>
              {problem !== null && (
                <td class="row-problem" colSpan={others.length}>
                  {problem}
                </td>
              )}
              {problem === null &&
                others.map(({ label, cell, kind }) => (
                  <td key={label} class={kind} data-label={label}>
                    <span>{cell(row)}</span>
                  </td>
                ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What people call something, and what VICIdial calls it. */
export function Named({ name, id }: { readonly name: string; readonly id: string }) {
  return (
    <>
      <bdi>{name}</bdi>{' '}
      {name !== id && (
        <small>
          <bdi>{id}</bdi>
        </small>
      )}
    </>
  );
}
