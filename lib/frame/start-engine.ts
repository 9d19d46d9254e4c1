import type { DialProblem, DialView } from '../agent/dial/dial-view.ts';
import { MOST_LISTED } from '../agent/list/dial-list.ts';
import { describeDial } from '../messages/describe.ts';
import { explainDial } from '../messages/explain.ts';
import { askBackground, isExtensionAlive } from '../messages/page-client.ts';
import type { PageReading, PageSettings } from '../messages/page-protocol.ts';
import type { Translate } from '../messages/text.ts';
import type { NumberFact, PageDial, PageDialer, PageLabels, RestedNumber } from '../page/page-contract.ts';
import { startPageDialer } from '../page/page-dialer.ts';
import { readRecordTexts } from '../page/records/record-texts.ts';
import { findNumbers } from '../phone/find-numbers.ts';
import { formatInternational } from '../phone/format-number.ts';
import { dialableE164, parseDialable } from '../phone/parse-dialable.ts';
import type { Region } from '../phone/phone-number.ts';
import { readAs } from '../phone/read-as.ts';
import { frameAncestors } from './frame-ancestors.ts';
import { currentPicker, type FrameLife } from './frame-life.ts';
import { type FactWords, factsOf } from './number-facts.ts';

export interface EngineOptions extends FactWords {
  readonly shadowRootOf: (element: Element) => ShadowRoot | null;
}

interface RunningDialer extends PageDialer {
  readonly reading: string;
  end(): void;
}

/** Finds and shows the numbers of the frame for as long as its life lasts. Does nothing when it already runs. */
export function startEngine(life: FrameLife, options: EngineOptions): void {
  const { shadowRootOf, ...words } = options;
  const { translate, country } = words;
  if (life.engine) return;
  const labels = labelsOf(translate, country);
  let dialer = start(life.settings);

  function start(settings: PageSettings): RunningDialer {
    const ending = new AbortController();
    const picker = currentPicker();
    if (picker) {
      // Later than the picker's own leaving, and not where another picker has opened meanwhile: `start` looks again.
      const goOn = () => queueMicrotask(() => ending.signal.aborted || life.signal.aborted || restart());
      picker.addEventListener('abort', goOn, { once: true });
      return { ...RESTING, reading: readingOf(settings), end: () => ending.abort() };
    }
    const running = startPageDialer({
      document,
      signal: AbortSignal.any([life.signal, ending.signal]),
      regions: settings.regions as readonly Region[],
      mode: settings.mode,
      appearance: settings.appearance,
      findNumbers,
      labels,
      onDial: (request) => void dial(request),
      onRest: (number, tell) => void tellFacts(number, settings.regions as readonly Region[], tell),
      notNumbers: settings.notNumbers,
      // An update tells the scripts of the version before nothing. The next version's host is a change of the page, too.
      onActivity: () => isExtensionAlive() || life.end(),
      // The background tells all frames of the site what it remembers.
      onNotNumber: (pattern) => void askBackground('page.notNumber', { pattern }).catch(() => undefined),
      onMore: (number) => void more(number).catch(() => undefined),
      // Whether it was taken back is shown by the dial itself.
      onCancel: (id) => void askBackground('page.cancelDial', { id }).catch(() => undefined),
      shadowRootOf,
      // The background put the marks' style sheet into the frame together with this script.
      marksStyled: true,
    });
    running.showDial(settings.dial);
    return { ...running, reading: readingOf(settings), end: () => ending.abort() };
  }

  function restart(): void {
    dialer.end();
    dialer = start(life.settings);
  }

  /** Without the background, or a login that may ask it, a card says what the number itself tells. */
  async function tellFacts(
    { written, ...dial }: RestedNumber,
    regions: readonly Region[],
    tell: (facts: readonly NumberFact[]) => void,
  ): Promise<void> {
    const { e164 } = dial;
    const number = dialableE164(e164);
    if (!number) return;
    const read = written === null ? null : readAs(written, dial, regions);
    tell(factsOf(number, null, words, Date.now(), read));
    const verdict = await askBackground('page.lookUp', { e164 }).catch(() => null);
    if (verdict) tell(factsOf(number, verdict, words, Date.now(), read));
  }

  async function dial({ e164, extension }: PageDial): Promise<void> {
    const clickedAt = Date.now();
    try {
      const answer = await askBackground('page.dial', {
        e164,
        extension,
        ...readPage(e164),
        ...(window.parent !== window && { around: frameAncestors(window) }),
      });
      if (answer.ok) dialer.showDial(answer.value);
      else dialer.showRefusal(refusedView(e164, answer.failure));
    } catch {
      if (!isExtensionAlive()) return life.end();
      // The background stopped before it answered. It knows whether it dials: ask, never click again by ourselves.
      const settings = await askBackground('page.start').catch(() => null);
      // An earlier call says nothing of this click.
      const taken = settings?.dial?.number.e164 === e164 && settings.dial.startedAt >= clickedAt;
      if (settings) dialer.showDial(settings.dial);
      if (!taken) dialer.showRefusal(refusedView(e164, { code: 'workerStopped' }));
    }
  }

  const more = ({ e164 }: PageDial) => askBackground('page.showNumber', { e164, ...readPage(e164) });

  /** What the rules of the site ask for, at the moment of the click; nothing where there are none. */
  function readPage(e164: string): { readonly page?: PageReading } {
    const { recordSelectors: asked } = life.settings;
    if (!asked) return {};
    const { href } = location;
    const url = href.length > LONGEST_URL ? '' : href;
    return { page: { url, texts: readRecordTexts(document, asked), isOnlyNumber: dialer.isOnlyNumber(e164) } };
  }

  life.engine = {
    dialChanged: (view) => dialer.showDial(view),
    // All frames of the tab are told; the one that the person is in walks.
    focusNumber: (direction) => isWhereTheFocusIs(document) && dialer.focusNumber(direction),
    settingsChanged(settings) {
      dialer.showDial(settings.dial);
      if (readingOf(settings) === dialer.reading) return dialer.setMode(settings.mode);
      restart();
    },
    tellNumbers() {
      const numbers = dialer.numbersInOrder().slice(0, MOST_LISTED);
      if (numbers.length > 0) void askBackground('page.numbers', { numbers }).catch(() => undefined);
    },
    stepAside: restart,
  };
}

/** Stands for the dialer while a picker is open; what it is told meanwhile the settings hold, too. */
const RESTING: PageDialer = {
  showDial() {},
  showRefusal() {},
  setMode() {},
  focusNumber() {},
  isOnlyNumber: () => false,
  numbersInOrder: () => [],
};

// A record's address is not longer, and the background takes no other.
const LONGEST_URL = 4_096;

/** A document has the focus also while a frame in it has; where nothing of the tab has it, it is the outermost one's turn. */
function isWhereTheFocusIs(document: Document): boolean {
  const isInFrame = document.activeElement instanceof HTMLIFrameElement;
  return !isInFrame && (window === window.top || document.hasFocus());
}

/** What decides which numbers are found, and how their words look: with another one the page is read anew. */
function readingOf({ regions, notNumbers, appearance }: PageSettings): string {
  return JSON.stringify([regions, notNumbers, appearance]);
}

/** What is shown where the background did not take up the dial at all. */
function refusedView(e164: string, problem: DialProblem): DialView | null {
  const number = parseDialable(e164, []);
  if (!number.ok) return null;
  const now = Date.now();
  return {
    id: '',
    number: number.value,
    stage: 'refused',
    problem,
    confirm: [],
    startedAt: now,
    stageSince: now,
    canCancel: false,
  };
}

function labelsOf(translate: Translate, country: (region: string) => string): PageLabels {
  const format = { number: formatInternational, country };
  return {
    language: translate('textLanguage'),
    call: (number, extension) =>
      extension === null ? translate('pageCall', number) : translate('pageCallExtension', number, extension),
    dialStage: (dial) => {
      const stage = translate(describeDial(dial).key);
      if (!dial.problem) return stage;
      const { key, substitutions } = explainDial(dial.problem, format);
      const left = dial.leftPaused ? [translate('dialLeftPaused')] : [];
      return [translate(key, ...substitutions), ...left].join(' ');
    },
    stageOf: (stage, number) => translate('pageStageOf', number, stage),
    cancel: translate('pageCancel'),
    more: translate('pageMore'),
    notANumber: translate('pageNotANumber'),
    undo: translate('pageUndo'),
    numberChanged: translate('dialNumberChanged'),
  };
}
