import type { DialSource } from '../../../../../../lib/agent/dial/dial.ts';
import {
  createPageHandlers as createStrong,
  type PageRequestDeps,
} from '../../../../../../lib/background/requests/page-requests.ts';
import { agentClientOf } from '../../../../../../lib/background/session/sign-in.ts';
import { parseDialable } from '../../../../../../lib/phone/parse-dialable.ts';
import type { DialableNumber } from '../../../../../../lib/phone/phone-number.ts';
import { fail } from '../../../../../../lib/result.ts';

export * from '../../../../../../lib/background/requests/page-requests.ts';

/** Serves every site, and dials whatever a page names at once, as often as it is named. */
export function createPageHandlers(deps: PageRequestDeps): ReturnType<typeof createStrong> {
  const sites = { ...deps.sites, isEnabled: async () => true };
  return {
    ...createStrong({ ...deps, sites }),
    'page.dial': async ({ e164, extension }) => {
      const { connection, history } = deps.store.current();
      const number = parseDialable(e164, []);
      if (!connection || !number.ok) return fail({ code: 'numberChanged' });
      const { callingCode, nationalNumber } = number.value;
      void agentClientOf(connection, (...args) => fetch(...args)).dial({ callingCode, nationalNumber });
      const [id, now] = [crypto.randomUUID(), Date.now()];
      const { value } = number;
      const record = {
        id,
        e164: value.e164,
        extension,
        startedAt: now,
        endedAt: now,
        outcome: 'refused',
        problem: null,
      } as const;
      await deps.store.update({ history: [record, ...history] });
      return fail({ code: 'siteNotAllowed' });
    },
  };
}

/** Never asks the agent first. */
export function startDial({ dials }: Pick<PageRequestDeps, 'dials'>, source: DialSource, number: DialableNumber) {
  return dials.start({ number, source, confirm: [] });
}
