import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createNotices, followNotice } from '../../../lib/background/notices/notices.ts';
import { hideNumbers } from '../../../lib/background/notices/notices-hidden-numbers.ts';

/** The browser's notifications, by id, and whether it opens a side panel. */
const fake = vi.hoisted(() => {
  const shown = new Map<string, { readonly title: string; readonly message: string }>();
  return {
    shown,
    openSidePanel: vi.fn(async () => true),
    browser: {
      runtime: { getURL: (path: string) => `chrome-extension://abc${path}` },
      notifications: {
        create: async (id: string, notice: { title: string; message: string }) => shown.set(id, notice),
        clear: async (id: string) => shown.delete(id),
      },
    },
  };
});
vi.mock('../../../lib/platform/extension-api.ts', () => ({ browser: fake.browser }));
vi.mock('../../../lib/platform/side-panel.ts', () => ({ openSidePanel: fake.openSidePanel }));

const NUMBER = '+14155550132';

function setUp(numbersInNotices = false) {
  return createNotices({
    translate: (key, ...values) => [key, ...values].join(' '),
    mayShowNumbers: async () => numbersInNotices,
    region: () => 'US',
  });
}

const said = () => [...fake.shown].map(([id, { message }]) => `${id}: ${message}`);

beforeEach(() => {
  fake.shown.clear();
  fake.openSidePanel.mockReset();
  fake.openSidePanel.mockResolvedValue(true);
});

describe('a notification', () => {
  it('says where a site can be enabled', async () => {
    await setUp().enableInPopup();
    expect(said()).toEqual(['dialside-site: noticeEnableInPopup']);
  });

  it('of a call names nobody', async () => {
    await setUp().incoming('talking', '4155550132');
    expect(said()).toEqual(['dialside-incoming: noticeIncoming']);
  });

  it('of a call has the number where the agent lets it', async () => {
    await setUp(true).incoming('talking', '4155550132');
    expect(said()).toEqual(['dialside-incoming: noticeIncomingFrom (415) 555-0132']);
  });

  it('of a call without a number says no number', async () => {
    await setUp(true).incoming('onCall', null);
    await setUp(true).incoming('phoneRinging', null);
    expect(said()).toEqual(['dialside-incoming: noticePhoneRinging']);
  });

  it.each([
    ['wrapUp', 'noticeWrapUp'],
    ['customerGone', 'noticeCustomerGone'],
  ] as const)('of a call left in %s says what to do', async (phase, key) => {
    await setUp().callLeft(phase);
    expect(said()).toEqual([`dialside-callLeft: ${key}`]);
  });

  it('takes the place of the one before of its kind, and goes when it is no longer true', async () => {
    const notices = setUp();
    await notices.callLeft('customerGone');
    await notices.callLeft('wrapUp');
    expect(said()).toEqual(['dialside-callLeft: noticeWrapUp']);
    await notices.takeBack('callLeft');
    expect(said()).toEqual([]);
  });
});

describe('a dial that failed', () => {
  it.each([
    [{ code: 'busyDialling', e164: NUMBER } as const],
    [{ code: 'screenRefused', kind: 'other', text: 'Number 4155550132 is not allowed' } as const],
    [{ code: 'screenRefused', kind: 'other', text: 'call (415) 555-0132?' } as const],
    [
      {
        code: 'vicidial',
        failure: { code: 'otherError', function: 'external_dial', reason: `refused - ${NUMBER}` },
      } as const,
    ],
  ])('%j is told without the number, unless the agent lets it', async (problem) => {
    await setUp().dialProblem(problem);
    expect(said().join()).not.toMatch(/555/);
    expect(said()).toHaveLength(1);
    await setUp(true).dialProblem(problem);
    expect(said().join()).toMatch(/555/);
  });

  it('tells an agent who was ready for it that he has been left paused', async () => {
    await setUp().dialProblem({ code: 'screenHidden' }, true);
    expect(said()).toEqual(['dialside-dial: dialScreenHidden dialLeftPaused']);
  });

  it('tells why a text of the menu is no number', async () => {
    await setUp().numberProblem({ code: 'tooShort' });
    expect(said()).toEqual(['dialside-dial: numberTooShort']);
  });
});

describe('a text without numbers', () => {
  it.each([
    ['error 503', 'error 503'],
    ['wait 15 minutes', 'wait 15 minutes'],
    ['555-0132', '…'],
    ['call +1 (415) 555-0132 now', 'call … now'],
    ['1-800-555-0132/44 20 7946 0018', '…'],
  ])('%s becomes %s', (text, hidden) => {
    expect(hideNumbers(text)).toBe(hidden);
  });
});

describe('a click on a notification', () => {
  const otherwise = vi.fn(async () => null);
  const openRecord = vi.fn(async () => null);
  beforeEach(() => {
    otherwise.mockClear();
    openRecord.mockClear();
  });

  it('opens the side panel, and puts the notification away', async () => {
    await setUp().callLeft('wrapUp');
    await followNotice('dialside-callLeft', { openRecord, otherwise });
    expect([said(), openRecord.mock.calls.length, otherwise.mock.calls.length]).toEqual([[], 0, 0]);
  });

  it('shows the agent screen where no side panel opens', async () => {
    fake.openSidePanel.mockResolvedValue(false);
    await followNotice('dialside-callLeft', { openRecord, otherwise });
    expect(otherwise).toHaveBeenCalledOnce();
  });

  it('that offers the record of the call opens that, and nothing else', async () => {
    await setUp().recordOffered();
    expect(said()).toEqual(['dialside-record: noticeRecord']);
    await followNotice('dialside-record', { openRecord, otherwise });
    expect(openRecord).toHaveBeenCalledOnce();
    expect([said(), fake.openSidePanel.mock.calls.length, otherwise.mock.calls.length]).toEqual([[], 0, 0]);
  });

  it('on a notification that is not ours does nothing', async () => {
    await followNotice('other', { openRecord, otherwise });
    expect([fake.openSidePanel.mock.calls.length, otherwise.mock.calls.length]).toEqual([0, 0]);
  });
});
