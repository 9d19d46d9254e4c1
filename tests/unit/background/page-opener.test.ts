import { describe, expect, it } from 'vitest';
import { canBeLeft, createPageOpener, type KnownTab } from '../../../lib/background/call-pages/page-opener.ts';

const RECORD = 'https://crm.example.com/people/7';
const CLEAN = { isWhole: true, isTouched: false, seenFrames: 0, isSeen: true, isTop: true };

const tab = (changes: Partial<KnownTab> = {}): KnownTab => ({
  ...{ id: 1, url: 'https://crm.example.com/list', isInFront: false, usedAt: 0 },
  ...changes,
});

function setUp(tabs: readonly KnownTab[], forms: Readonly<Record<number, readonly unknown[]>> = {}) {
  const done: unknown[] = [];
  const opener = createPageOpener({
    tabs: {
      at: async () => tabs,
      open: async (address, isInFront) => void done.push(['open', address, isInFront]),
      show: async (id, address) => void done.push(address === undefined ? ['show', id] : ['show', id, address]),
      forms: async (id) => forms[id] ?? [CLEAN],
    },
    isSiteEnabled: async (url) => !url.includes('/agc/'),
  });
  return { opener, done };
}

const OPENED = ['open', RECORD, true];

describe('a record', () => {
  it.each(['newTab', 'onClick'] as const)('is opened in a tab of its own (%s)', async (way) => {
    const { opener, done } = setUp([tab()]);
    await opener.open(RECORD, way);
    expect(done).toEqual([OPENED]);
  });

  it.each(['newTab', 'sameTab', 'onClick'] as const)(
    'that a tab shows already comes to the front (%s)',
    async (way) => {
      const { opener, done } = setUp([tab({ id: 2 }), tab({ id: 3, url: RECORD })], {
        3: [{ ...CLEAN, isTouched: true }],
      });
      await opener.open(RECORD, way);
      expect(done).toEqual([['show', 3]]);
    },
  );

  it('takes the tab of the CRM that is in front, else the one used last', async () => {
    const front = setUp([tab({ id: 2, usedAt: 9 }), tab({ id: 3, usedAt: 5, isInFront: true })]);
    await front.opener.open(RECORD, 'sameTab');
    expect(front.done).toEqual([['show', 3, RECORD]]);
    const used = setUp([tab({ id: 2, usedAt: 5 }), tab({ id: 3, usedAt: 9 })]);
    await used.opener.open(RECORD, 'sameTab');
    expect(used.done).toEqual([['show', 3, RECORD]]);
  });

  it.each<[string, readonly KnownTab[]]>([
    ['there is none', []],
    ['the site is not turned on', [tab({ url: 'https://crm.example.com/agc/vicidial.php' })]],
    ['it is of another port', [tab({ url: 'https://crm.example.com:8443/list' })]],
    ['it is of another scheme', [tab({ url: 'http://crm.example.com/list' })]],
  ])('takes no tab where %s', async (_why, tabs) => {
    const { opener, done } = setUp(tabs);
    await opener.open(RECORD, 'sameTab');
    expect(done).toEqual([OPENED]);
  });

  it('takes no tab in which something is typed, nor another one instead', async () => {
    const { opener, done } = setUp([tab({ id: 2, isInFront: true }), tab({ id: 3 })], {
      2: [{ ...CLEAN, isTouched: true }],
    });
    await opener.open(RECORD, 'sameTab');
    expect(done).toEqual([OPENED]);
  });
});

it('pages after a call open in tabs of their own, the first in front', async () => {
  const { opener, done } = setUp([tab({ url: RECORD })]);
  await opener.openAnother(RECORD, true);
  await opener.openAnother('https://crm.example.com/order', false);
  expect(done).toEqual([OPENED, ['open', 'https://crm.example.com/order', false]]);
});

describe('a tab', () => {
  const frame = { ...CLEAN, isTop: false };

  it.each<[readonly unknown[]]>([
    [[CLEAN]],
    [[{ ...CLEAN, seenFrames: 1 }, frame]],
    [[{ ...CLEAN, seenFrames: 1 }, { ...frame, seenFrames: 1 }, frame]],
    [[CLEAN, { ...frame, isSeen: false }]],
  ])('can be left: %j', (told) => expect(canBeLeft(told)).toBe(true));

  it.each<[readonly unknown[]]>([
    [[]],
    [[null]],
    [[frame]],
    [[{ ...CLEAN, isTouched: true }]],
    [[{ ...CLEAN, isWhole: false }]],
    // A mail of another site is written in it.
    [[{ ...CLEAN, seenFrames: 1 }]],
    [
      [
        { ...CLEAN, seenFrames: 1 },
        { ...frame, isSeen: false },
      ],
    ],
    [
      [
        { ...CLEAN, seenFrames: 1 },
        { ...frame, isTouched: true },
      ],
    ],
    [[{ ...CLEAN, seenFrames: 1 }, null]],
    [[{ ...CLEAN, isTouched: 'no' }]],
    [[{ ...CLEAN, seenFrames: -1 }]],
  ])('cannot: %j', (told) => expect(canBeLeft(told)).toBe(false));
});
