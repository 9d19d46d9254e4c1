import { describe, expect, it } from 'vitest';
import { findEntries } from '../../../scripts/site/search-entries.js';

const entry = (heading: string, text = '', page = 'Page') => ({ address: `${heading}.html`, page, heading, text });
const ENTRIES = [
  entry('Roll-out', 'Policies name an extension by its ID.'),
  entry('Policies', 'Everything can be set.'),
  entry('Functions', 'external_dial places calls.'),
  entry('Größe', 'Über alles'),
];
const found = (question: string) => findEntries(ENTRIES, question).map(({ heading }) => heading);

describe('the search of the documentation', () => {
  it.each([
    ['policies', ['Policies', 'Roll-out']],
    ['POLI', ['Policies', 'Roll-out']],
    ['extension id', ['Roll-out']],
    ['external_dial', ['Functions']],
    ['dial', ['Functions']],
    ['größe', ['Größe']],
    ['roll-out', ['Roll-out']],
  ])('finds for %j %j, what names it in a heading first', (question, headings) => {
    expect(found(question)).toEqual(headings);
  });

  it.each([[''], ['  '], ['!?'], ['olicies'], ['extension nowhere']])('finds nothing for %j', (question) => {
    expect(found(question)).toEqual([]);
  });

  it('shows no more than asked for', () => {
    const many = Array.from({ length: 30 }, (_, index) => entry(`Call ${index}`));
    expect(findEntries(many, 'call')).toHaveLength(12);
    expect(findEntries(many, 'call', 3)).toHaveLength(3);
  });
});
