import type { SiteAnswer } from '../../components/first-run/site-step.tsx';
import type { FindProblem, FoundServer } from '../../lib/messages/protocol.ts';
import type { ServerAddress } from '../../lib/messages/sign-in.ts';
import { originPattern } from '../../lib/platform/origin-pattern.ts';
import { readTypedUrl } from '../../lib/read-url.ts';
import { fail, type Result } from '../../lib/result.ts';
import { serversMeant } from '../../lib/vicidial/set-up/find-server.ts';

/** The part of `browser.permissions` that is used; a test gives its own. */
interface Permissions {
  contains(wanted: { origins: string[] }): Promise<boolean>;
  request(wanted: { origins: string[] }): Promise<boolean>;
  remove(unwanted: { origins: string[] }): Promise<unknown>;
}

/** What the agent granted just now, without what the browser had granted before; null where he refused. In the user gesture. */
async function requestNew(permissions: Permissions, origins: string[]): Promise<readonly string[] | null> {
  // Asked first and not awaited: the browser asks the agent only inside the gesture.
  const had = Promise.all(origins.map((origin) => permissions.contains({ origins: [origin] })));
  if (!(await permissions.request({ origins }))) return null;
  const before = await had;
  return origins.filter((_, index) => !before[index]);
}

async function giveBack(permissions: Permissions, origins: string[]): Promise<void> {
  if (origins.length > 0) await permissions.remove({ origins }).catch(() => false);
}

type Wanted = Pick<ServerAddress, 'server' | 'allowInsecure'>;

interface FindDeps {
  readonly permissions: Permissions;
  readonly ask: (request: Wanted) => Promise<Result<FoundServer, FindProblem>>;
  /** Patterns that something else rests on by now. */
  readonly needed: () => readonly string[];
}

/**
 * Finds a server, whose possible hosts are asked for by name. Gives back what this page alone got and what led to no VICIdial,
 * also that of a server that was found before.
 */
export function createFind({ permissions, ask, needed }: FindDeps) {
  const got = new Set<string>();
  let found: string | null = null;
  return async ({ server, allowInsecure }: Wanted): Promise<Result<FoundServer, FindProblem>> => {
    const meant = serversMeant(server, { allowInsecure });
    if (!meant.ok) return fail({ code: 'server', problem: meant.failure });
    const origins = meant.value.map((each) => originPattern(each.server));
    const granted = await requestNew(permissions, origins);
    if (!granted) return fail({ code: 'permissionMissing', origin: meant.value[0]?.server ?? server });
    for (const origin of granted) got.add(origin);
    try {
      const answer = await ask({ server, allowInsecure });
      if (answer.ok) found = originPattern(answer.value.server);
      return answer;
    } finally {
      const unused = [...got].filter((origin) => origin !== found && !needed().includes(origin));
      for (const origin of unused) got.delete(origin);
      await giveBack(permissions, unused);
    }
  };
}

interface AddSiteDeps {
  readonly permissions: Permissions;
  readonly add: (address: string) => Promise<boolean>;
}

/** Turns on a site by its address; what it got for that is given back where that fails. In the user gesture. */
export async function addSite(address: string, { permissions, add }: AddSiteDeps): Promise<SiteAnswer> {
  const url = readTypedUrl(address);
  // A single word is the name of a server in a network of a company's own only where it is said so.
  const isNamed = address.includes('://') || url?.hostname.includes('.');
  if (!url || !isNamed || !/^https?:$/.test(url.protocol)) return 'notSite';
  const granted = await requestNew(permissions, [originPattern(url.href)]);
  if (!granted) return 'refused';
  let isAdded = false;
  try {
    isAdded = await add(address);
  } finally {
    if (!isAdded) await giveBack(permissions, [...granted]);
  }
  return isAdded ? 'on' : 'notSite';
}
