import { describe, expect, it } from 'vitest';
import { isOfOncePage, withOncePage, withoutSites, withoutTab } from '../../../lib/background/sites/once-pages.ts';

const PAGE = { tabId: 7, origin: 'https://crm.example', documents: ['A', 'B'] } as const;
const FRAME = { tabId: 7, frameId: 0, siteUrl: 'https://crm.example/1', topUrl: 'https://crm.example/1' } as const;

describe('a frame is of the page that was meant', () => {
  it.each([
    ['by its document', PAGE, { ...FRAME, documentId: 'A' }, true],
    ['of another site in it', PAGE, { ...FRAME, frameId: 3, siteUrl: 'https://ad.example/', documentId: 'B' }, true],
    ['where the browser names no documents', { ...PAGE, documents: null }, FRAME, true],
    ['not in another document of the site', PAGE, { ...FRAME, documentId: 'C' }, false],
    ['not in another tab', PAGE, { ...FRAME, tabId: 8, documentId: 'A' }, false],
    [
      'not once the tab shows another site',
      { ...PAGE, documents: null },
      { ...FRAME, topUrl: 'https://other.example/' },
      false,
    ],
    [
      'not where the tab’s address may not be known',
      { ...PAGE, documents: null },
      { tabId: 7, frameId: 0, siteUrl: FRAME.siteUrl },
      false,
    ],
  ] as const)('%s', (_, page, frame, expected) => {
    expect(isOfOncePage([page], frame)).toBe(expected);
  });
});

it('a tab has one page, the newest', () => {
  const next = { ...PAGE, origin: 'https://other.example' };
  expect(withOncePage([PAGE], next)).toEqual([next]);
  expect(withoutTab([PAGE, { ...PAGE, tabId: 8 }], 7)).toEqual([{ ...PAGE, tabId: 8 }]);
});

describe('what is turned off', () => {
  it.each([
    ['its own site', ['https://crm.example/*'], 0],
    ['all sites', ['https://*/*', 'http://*/*'], 0],
    ['another site', ['https://other.example/*'], 1],
    ['the same host by another protocol', ['http://crm.example/*'], 1],
  ])('%s', (_, patterns, left) => {
    expect(withoutSites([PAGE], patterns)).toHaveLength(left);
  });

  it('whatever the port, which patterns do not know', () => {
    expect(withoutSites([{ ...PAGE, origin: 'http://localhost:8080' }], ['http://localhost/*'])).toEqual([]);
  });
});
