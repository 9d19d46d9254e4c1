import { expect, it } from 'vitest';
import type { FoundNumber } from '../../../lib/page/numbers/number-source.ts';
import { createNumberStore } from '../../../lib/page/numbers/number-store.ts';
import type { E164 } from '../../../lib/phone/phone-number.ts';

function numberFrom(start: Text, end: Text): FoundNumber {
  return {
    source: { kind: 'text', start, startOffset: 0, end, endOffset: end.length },
    e164: '+14152371137' as E164,
    extension: null,
    anchor: document.body,
  };
}

function storeWith(number: FoundNumber, nodes: readonly Text[]) {
  const lost: FoundNumber[] = [];
  const store = createNumberStore({ onFound: () => {}, onLost: (gone) => lost.push(gone) });
  store.setInTexts(nodes, [number]);
  return { store, lost };
}

const [first, second] = [new Text('(415)'), new Text('237-1137')];

it('forgets a number that stood in a text alone', () => {
  const number = numberFrom(second, second);
  const { store, lost } = storeWith(number, [first, second]);
  store.forgetText(second);
  expect([...store.all]).toEqual([]);
  expect(lost).toEqual([number]);
});

it.each([
  ['in the texts beside it', second, second, first],
  ['over it and another', first, second, first],
])('keeps a number that stands %s', (_where, start, end, forgotten) => {
  const number = numberFrom(start, end);
  const { store, lost } = storeWith(number, [first, second]);
  store.forgetText(forgotten);
  expect([...store.all]).toEqual([number]);
  expect(lost).toEqual([]);
});

it('keeps the others where one of several at a place is gone', () => {
  const [one, two] = [numberFrom(first, first), numberFrom(second, second)];
  const { store, lost } = storeWith(one, [first]);
  store.setInTexts([second], [two]);
  expect([...store.anchoredAt(document.body)]).toEqual([one, two]);
  store.forgetText(first);
  expect([...store.anchoredAt(document.body)]).toEqual([two]);
  store.forgetText(second);
  expect([...store.anchoredAt(document.body)]).toEqual([]);
  expect(lost).toEqual([one, two]);
});
