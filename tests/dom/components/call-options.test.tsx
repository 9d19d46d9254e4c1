import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { OptionsView } from '../../../components/options/options-view.tsx';
import type { EditableSettings } from '../../../lib/messages/protocol.ts';
import { mergeDispositions, parseDispositionLines } from '../../../lib/pasted/dispositions.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/schema.ts';
import { control, hide, show } from './mount.tsx';

const SALE = { code: 'SALE', name: 'Sale made', isCallback: false };
const CALLBK = { code: 'CALLBK', name: 'Call back', isCallback: true };

const SETTINGS: EditableSettings = {
  ...DEFAULT_SETTINGS,
  regions: ['US'],
  pauseCodes: [],
  dispositions: [SALE, CALLBK],
  transferIngroups: ['SALESLINE'],
  pauseBeforeDial: 'ask',
  dialPauseCode: '',
  webphoneHosts: [],
  siteMode: 'buttons',
  siteModes: [],
  notNumbers: [],
  numbersInNotices: false,
  keepCalls: false,
};

const onChange = vi.fn<(change: Partial<EditableSettings>) => Promise<unknown>>();
const words = () => document.body.textContent;
const field = (name: string) => document.querySelector(`[name=${name}]`) as HTMLInputElement;

beforeEach(() => {
  onChange.mockReset().mockResolvedValue(null);
  show(
    <OptionsView
      settings={SETTINGS}
      sites={[]}
      regions={['US']}
      onChange={onChange}
      onDisable={async () => null}
      onErase={async () => null}
      onWipe={async () => null}
      onSetUp={() => undefined}
      file={{ onSave: () => undefined, onRead: () => ({ code: 'notOurs' }) }}
      diagnostics={{ onReport: async () => '{}', onCopy: async () => true }}
      numberTry={{ onExplain: () => ({ found: [], leftOut: [], counts: [] }), regions: ['US'] }}
      keys={{ read: async () => [], change: () => undefined, hasHelpKey: async () => true }}
      onFirstSteps={() => undefined}
      onSupervise={() => undefined}
    />,
  );
});
afterEach(hide);

describe('dispositions', () => {
  it('are added by keyboard', async () => {
    field('disposition-code').focus();
    await userEvent.keyboard('DEMO{Tab}Demo booked{Enter}');
    expect(onChange).toHaveBeenCalledExactlyOnceWith({
      dispositions: [SALE, CALLBK, { code: 'DEMO', name: 'Demo booked', isCallback: false }],
    });
    await expect.poll(() => field('disposition-code').value).toBe('');
  });

  it('are added as call-backs', async () => {
    await userEvent.fill(field('disposition-code'), 'CBTEAM');
    await userEvent.click(control('label.check', 'Asks for a call-back'));
    field('disposition-code').focus();
    await userEvent.keyboard('{Enter}');
    expect(onChange.mock.calls[0]?.[0].dispositions?.at(-1)).toEqual({ code: 'CBTEAM', name: '', isCallback: true });
  });

  it.each([
    ['TOOLONG', 'A code has 1 to 6 letters or digits.'],
    ['', 'A code has 1 to 6 letters or digits.'],
    ['---', 'A code has 1 to 6 letters or digits.'],
    ['SALE', 'This code is already in the list.'],
  ])('like %j are refused in place', async (code, sentence) => {
    await userEvent.fill(field('disposition-code'), code);
    field('disposition-code').focus();
    await userEvent.keyboard('{Enter}');
    expect(words()).toContain(sentence);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('are removed', async () => {
    await userEvent.click(control('button', 'Remove SALE'));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ dispositions: [CALLBK] });
  });

  it('are pasted as a list; what is not understood stays to be corrected', async () => {
    const editor = document.querySelectorAll('details')[1] as HTMLElement;
    await userEvent.click(editor.querySelector('summary') as Element);
    await userEvent.fill(editor.querySelector('textarea') as Element, 'DEMO Demo booked\nTOO-LONG-CODE x');
    await userEvent.click(editor.querySelector('button') as Element);
    expect(onChange).toHaveBeenCalledExactlyOnceWith({
      dispositions: [SALE, CALLBK, { code: 'DEMO', name: 'Demo booked', isCallback: false }],
    });
    expect(editor.querySelector('textarea')?.value).toBe('TOO-LONG-CODE x');
  });
});

describe('in-groups', () => {
  it('are added several at once', async () => {
    await userEvent.fill(field('ingroup'), 'SUPPORT, SALESLINE B2B');
    field('ingroup').focus();
    await userEvent.keyboard('{Enter}');
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ transferIngroups: ['SALESLINE', 'SUPPORT', 'B2B'] });
    await expect.poll(() => field('ingroup').value).toBe('');
  });

  it('are all left to be corrected where one is none', async () => {
    await userEvent.fill(field('ingroup'), 'SUPPORT, B2B x é1');
    field('ingroup').focus();
    await userEvent.keyboard('{Enter}');
    expect(onChange).not.toHaveBeenCalled();
    expect(field('ingroup').value).toBe('SUPPORT, B2B x é1');
    expect(words()).toContain('Not understood: x · é1. Nothing was added yet.');
  });

  it('are removed', async () => {
    await userEvent.click(control('button', 'Remove SALESLINE'));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ transferIngroups: [] });
  });
});

describe('a pasted line', () => {
  it.each([
    ['SALE Sale made', SALE],
    ['SALE\tSale made', SALE],
    ['SALE, Sale made', SALE],
    ['SALE - Sale made', SALE],
    ['CALLBK Call back *', CALLBK],
    ['CALLBK Call back*', CALLBK],
    ['CALLBK* Call back', CALLBK],
    ['CALLBK\tCall back\tcallback', CALLBK],
    ['CALLBK Call back callback', CALLBK],
    ['CALLBK Call back (callback)', CALLBK],
    ['CALLBK Call back', CALLBK],
    ['CBTEAM Call back', { ...CALLBK, code: 'CBTEAM', isCallback: false }],
    ['CBTEAM Team callback', { code: 'CBTEAM', name: 'Team callback', isCallback: true }],
    ['CBTEAM\tTeam callback', { code: 'CBTEAM', name: 'Team callback', isCallback: true }],
    ['CBTEAM, Team, callback', { code: 'CBTEAM', name: 'Team', isCallback: true }],
    ['CBTEAM Team callback *', { code: 'CBTEAM', name: 'Team callback', isCallback: true }],
    ['  SALE  ', { ...SALE, name: '' }],
    ['CALLBK Callback', { ...CALLBK, name: 'Callback' }],
    ['CALLBK *', { ...CALLBK, name: '' }],
  ])('%j is a disposition', (line, disposition) => {
    expect(parseDispositionLines(line)).toEqual({ dispositions: [disposition], skipped: [] });
  });

  it.each(['TOOLONG Sale', '- Sale', 'é Sale', ', x', '* SALE', '--- x'])('%j is none', (line) => {
    expect(parseDispositionLines(line)).toEqual({ dispositions: [], skipped: [line.trim()] });
  });
});

describe('a pasted table', () => {
  const flags = (callback: string) => `Y\tN\tN\tN\tN\t${callback}\tN`;
  const HEADING =
    'STATUS\tDESCRIPTION\tSELECTABLE\tHUMAN ANSWER\tSALE\tDNC\tCUSTOMER CONTACT\tSCHEDULED CALLBACK\tCOMPLETED';

  it('is read by its heading; what agents may not select is left out', () => {
    const text = [
      HEADING,
      `SALE\tSale made\t${flags('N')}`,
      `CALLBK\tCall back\t${flags('Y')}`,
      'NEW\tNew Lead\tN\tN\tN\tN\tN\tN\tN',
    ];
    expect(parseDispositionLines(text.join('\r\n'))).toEqual({ dispositions: [SALE, CALLBK], skipped: [] });
  });

  it.each([
    'status,status_name,selectable,scheduled_callback\nSALE,"Sale made",Y,N\nCALLBK,"Call back",Y,Y',
    '| status | status_name | scheduled_callback |\n| SALE | Sale made | N |\n| CALLBK | Call back | Y |',
    'Description\tStatus\tCallback\nSale made\tSALE\tN\nCall back\tCALLBK\tY',
    'status,name\nSALE,Sale made\nCALLBK,Call back',
  ])('of another order or kind is read too: %j', (text) => {
    expect(parseDispositionLines(text)).toEqual({ dispositions: [SALE, CALLBK], skipped: [] });
  });

  it('leaves what stands around it to be corrected', () => {
    const { dispositions, skipped } = parseDispositionLines(
      `CUSTOM STATUSES WITHIN THIS CAMPAIGN\n${HEADING}\nSALE\tSale made`,
    );
    expect(dispositions).toEqual([SALE]);
    expect(skipped).toEqual(['CUSTOM STATUSES WITHIN THIS CAMPAIGN']);
  });
});

describe('a list', () => {
  it('keeps the place of a disposition that comes again', () => {
    const renamed = { ...SALE, name: 'Sold' };
    expect(mergeDispositions([SALE, CALLBK], [renamed])).toEqual([renamed, CALLBK]);
    expect(parseDispositionLines('SALE Sale made\nCALLBK Call back *\nSALE Sold').dispositions).toEqual([
      renamed,
      CALLBK,
    ]);
  });
});
