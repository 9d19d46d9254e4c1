/** The parts of the browser that decide where Dialside runs, as Chrome behaves: a wide pattern takes narrower ones along. */
export const fake = createFake();

function createFake() {
  const granted = new Set<string>();
  const scripts = new Map<string, { id: string; matches: string[]; excludeMatches: string[] }>();
  const removed: string[][] = [];
  const tabs = new Map<string, { id: number; url: string }[]>();
  const entered: string[] = [];
  /** The frames of every tab, and those of the agent screen among them. */
  const frames = { all: [0], keptOut: [] as number[] };
  const covers = (wide: string, narrow: string) => wide === narrow || narrow.startsWith(wide.slice(0, -'*/*'.length));
  const isAllSites = (pattern: string) => pattern.endsWith('://*/*');
  interface Injection {
    readonly target: { readonly tabId: number; readonly frameIds?: readonly number[] };
    readonly func?: unknown;
  }
  const placeOf = ({ tabId, frameIds }: Injection['target']) => [tabId, ...(frameIds ?? [])].join(':');
  const browser = {
    permissions: {
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((origin) =>
          [...granted].some((one) => one === origin || (isAllSites(one) && covers(one, origin))),
        ),
      remove: async ({ origins }: { origins: string[] }) => {
        removed.push(origins);
        for (const origin of origins) {
          for (const one of granted)
            if (one === origin || (isAllSites(origin) && covers(origin, one))) granted.delete(one);
        }
        return true;
      },
    },
    scripting: {
      getRegisteredContentScripts: async () => [...scripts.values()],
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids) if (!scripts.delete(id)) throw new Error(`No script ${id}`);
      },
      registerContentScripts: async (added: { id: string; matches: string[]; excludeMatches: string[] }[]) => {
        for (const script of added) {
          if (scripts.has(script.id)) throw new Error(`Duplicate script ${script.id}`);
          scripts.set(script.id, script);
        }
      },
      updateContentScripts: async (changed: { id: string; matches: string[]; excludeMatches: string[] }[]) => {
        for (const script of changed) {
          if (!scripts.has(script.id)) throw new Error(`No script ${script.id}`);
          scripts.set(script.id, script);
        }
      },
      executeScript: async ({ target, func }: Injection) => {
        if (func) return frames.all.map((frameId) => ({ frameId, result: frames.keptOut.includes(frameId) }));
        entered.push(`script ${placeOf(target)}`);
        return (target.frameIds ?? frames.all).map((frameId) => ({ frameId, documentId: `D${frameId}` }));
      },
      insertCSS: async ({ target }: Injection) => void entered.push(`style ${placeOf(target)}`),
    },
    tabs: {
      query: async ({ url }: { url: string[] }) => url.flatMap((pattern) => tabs.get(pattern) ?? []),
      get: async (id: number) => ({
        url: id === 9 ? 'https://dialer.example/agc/vicidial.php' : 'https://crm.example/contact/1',
      }),
    },
  };
  return { granted, scripts, removed, tabs, entered, frames, browser };
}
