import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cdp, commands, page } from 'vitest/browser';
import { VIEWS } from '../../pages/component-gallery/views.tsx';
import '../components/mount.tsx';
import { wordsIn } from '../components/words.ts';
import { differences, type Sheet } from './compare-pictures.ts';
import { clearSheet, drawSheet, type Place, SHEET_WIDTH } from './sheet.tsx';

/** In the repository, and what was drawn just now. */
const [KEPT, DRAWN] = ['tests/dom/gallery/pictures', '.output/gallery'];

// Higher than any of the sheets: of what is outside of the window there is no picture.
const WINDOW = { width: SHEET_WIDTH, height: 7_500 };

const LIGHT = { 'prefers-color-scheme': 'light', 'forced-colors': 'none', 'prefers-reduced-motion': 'reduce' };

interface Drawing {
  readonly name: string;
  readonly language: string;
  /** Of whole pages, in CSS pixels; a popup is as wide as it is, and no wider. */
  readonly width: number;
  readonly looks: Readonly<Record<string, Partial<typeof LIGHT>>>;
}

const DRAWINGS: readonly Drawing[] = [
  {
    ...{ name: 'in English', language: 'en', width: 760 },
    looks: { light: {}, dark: { 'prefers-color-scheme': 'dark' }, 'forced-colours': { 'forced-colors': 'active' } },
  },
  { name: 'read from the right', language: 'ar', width: 760, looks: { 'from-the-right': {} } },
  // A window of 1280 pixels at 400 %.
  { name: 'where a window is narrow', language: 'en', width: 320, looks: { narrow: {} } },
];

const isPage = (name: string) => /^(options|first|setUp|supervisor|webphone)/.test(name);
// A modal dialog lies over its window, whose height is that of what it lies over; a meter shows what a clock lets it.
const SHOWN = Object.fromEntries(Object.entries(VIEWS).filter(([name]) => !/^(keyboard|microphone)/.test(name)));

const lookAs = (look: Partial<typeof LIGHT>) =>
  cdp().send('Emulation.setEmulatedMedia', {
    features: Object.entries({ ...LIGHT, ...look }).map(([name, value]) => ({ name, value })),
  });

// Before the views are read: how long a time of day is differs between the morning and the afternoon.
vi.hoisted(() => vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 5, 14, 30) }));

const setWindow = (size: typeof WINDOW) =>
  cdp().send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });

const windowOfOthers = { width: window.top!.innerWidth, height: window.top!.innerHeight };

beforeAll(async () => {
  await cdp().send('Emulation.setTimezoneOverride', { timezoneId: 'UTC' });
  await setWindow(WINDOW);
  await page.viewport(WINDOW.width, WINDOW.height);
});

afterAll(async () => {
  vi.useRealTimers();
  await cdp().send('Emulation.setTimezoneOverride', { timezoneId: '' });
  await cdp().send('Emulation.setEmulatedMedia', { features: [] });
  // Not cleared: what comes back then is lower than what the next file of this window was promised, and the runner shows it scaled.
  await setWindow(windowOfOthers);
});

describe.each(DRAWINGS)('every component $name', ({ language, width, looks }) => {
  let places: readonly Place[];

  beforeAll(async () => {
    await lookAs({});
    const widthOf = (view: string) => (isPage(view) ? width : Math.min(width, 360));
    places = await drawSheet({ views: SHOWN, tools: await wordsIn(language), widthOf });
    return clearSheet;
  });

  it.each(Object.entries(looks))('looks as it did: %s', async (name, look) => {
    await lookAs(look);
    const element = document.querySelector('#sheet')!;
    const { base64 } = await page.screenshot({ element, path: `../../../${DRAWN}/${name}.png`, base64: true });
    const drawn: Sheet = { base64, places };
    const kept = await readSheet(name);
    if (!kept) await writeSheet(name, drawn);
    expect(kept, `${KEPT}/${name}.png was not there and has been written: look at it`).not.toBeNull();
    expect(await differences(kept!, drawn), `now in ${DRAWN}/${name}.png`).toEqual([]);
  });
});

async function readSheet(name: string): Promise<Sheet | null> {
  try {
    const base64 = await commands.readFile(`./${KEPT}/${name}.png`, 'base64');
    return { base64, places: JSON.parse(await commands.readFile(`./${KEPT}/${name}.json`)) };
  } catch {
    return null;
  }
}

async function writeSheet(name: string, { base64, places }: Sheet): Promise<void> {
  await commands.writeFile(`./${KEPT}/${name}.png`, base64, 'base64');
  const lines = places.map((place) => `  ${JSON.stringify(place)}`);
  await commands.writeFile(`./${KEPT}/${name}.json`, `[\n${lines.join(',\n')}\n]\n`);
}
