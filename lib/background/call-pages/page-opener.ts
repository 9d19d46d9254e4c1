import * as v from 'valibot';
import type { PopWay } from '../../messages/protocol.ts';
import { readUrl } from '../../read-url.ts';

/** A tab whose address Dialside may know. */
export interface KnownTab {
  readonly id: number;
  readonly url: string;
  readonly isInFront: boolean;
  /** When the agent used it last (ms since 1970), 0 where the browser does not tell. */
  readonly usedAt: number;
}

/** The browser's tabs, as far as they are needed. */
export interface PageTabs {
  /** Those whose page has that origin. */
  readonly at: (origin: string) => Promise<readonly KnownTab[]>;
  readonly open: (address: string, isInFront: boolean) => Promise<void>;
  /** Brings a tab to the front, with another address where one is given. */
  readonly show: (tabId: number, address?: string) => Promise<void>;
  /** What each frame of the tab says of its forms, of those that say anything. */
  readonly forms: (tabId: number) => Promise<readonly unknown[]>;
}

export interface PageOpener {
  /** Shows the page to the agent. A tab that shows it already is brought to the front. */
  readonly open: (address: string, way: PopWay) => Promise<void>;
  /** Opens it in a tab of its own in any case; in front of the agent only where it is the first of several. */
  readonly openAnother: (address: string, isFirst: boolean) => Promise<void>;
}

/** What a frame's script says of its forms (lib/page/forms/form-watch.ts). */
const formSchema = v.object({
  /** The script has been there since the page came. */
  isWhole: v.boolean(),
  isTouched: v.boolean(),
  /** Frames in it that a person can see, and whether it is one itself. */
  seenFrames: v.pipe(v.number(), v.integer(), v.minValue(0)),
  isSeen: v.boolean(),
  isTop: v.boolean(),
});

/** Opening a page is the browser's own navigation, as by a link: Dialside itself asks the CRM for nothing. */
export function createPageOpener(deps: {
  readonly tabs: PageTabs;
  readonly isSiteEnabled: (url: string) => Promise<boolean>;
}): PageOpener {
  const { tabs, isSiteEnabled } = deps;

  const enabledTabs = async (address: string) => {
    const origin = readUrl(address)?.origin;
    if (origin === undefined) return [];
    const all = (await tabs.at(origin)).filter(({ url }) => readUrl(url)?.origin === origin);
    const enabled = await Promise.all(all.map(({ url }) => isSiteEnabled(url)));
    return all.filter((_, index) => enabled[index]).toSorted(byUse);
  };

  return {
    async open(address, way) {
      const all = await enabledTabs(address);
      const shown = all.find(({ url }) => url === address);
      if (shown) return tabs.show(shown.id);
      const [used] = way === 'sameTab' ? all : [];
      if (used && canBeLeft(await tabs.forms(used.id))) return tabs.show(used.id, address);
      return tabs.open(address, true);
    },
    openAnother: (address, isFirst) => tabs.open(address, isFirst),
  };
}

/** True where every frame that a person sees says that nothing is typed in it, and has been heard since its page came. */
export function canBeLeft(told: readonly unknown[]): boolean {
  const frames = told.map((each) => v.safeParse(formSchema, each));
  const read = frames.flatMap(({ success, output }) => (success ? [output as v.InferOutput<typeof formSchema>] : []));
  if (read.length < told.length || !read.some(({ isTop }) => isTop)) return false;
  // A frame of another site, in which Dialside may not look.
  const seen = read.reduce((sum, { seenFrames }) => sum + seenFrames, 0);
  const heard = read.filter(({ isTop, isSeen }) => !isTop && isSeen).length;
  return seen <= heard && read.every(({ isWhole, isTouched }) => isWhole && !isTouched);
}

function byUse(one: KnownTab, other: KnownTab): number {
  return Number(other.isInFront) - Number(one.isInFront) || other.usedAt - one.usedAt;
}
