import { jsonResponse, type Route, type SimRequest } from '../route.ts';
import type { Telephone } from '../telephone/telephone.ts';
import type { World } from '../world.ts';
import { webphonePage } from './webphone-page.ts';

/** `/agc/webphone/webphone.php`, and the address at which the page plays its part. */
export function webphoneRoutes(world: World, { phones }: Telephone): Route[] {
  function answerLine({ parameters }: SimRequest) {
    const user = userOf(world, parameters.get('phone_login') ?? '');
    if (user === null) return jsonResponse({ error: 'no such phone is logged in' }, 404);
    const action = parameters.get('ACTION');
    if (action === 'register') phones.register(user);
    if (action === 'unregister') phones.unregister(user);
    return jsonResponse({ ringing: phones.isRinging(user), inSession: phones.isInSession(user) });
  }

  return [
    {
      method: 'GET',
      path: '/agc/webphone/webphone.php',
      handle: ({ parameters }) => ({ body: webphonePage(decode(parameters.get('phone_login') ?? '')) }),
    },
    { method: 'GET', path: UNFRAMED, handle: () => ({ ...UNFRAMED_HEADERS, body: '<h1>A phone</h1>' }) },
    { method: 'HEAD', path: UNFRAMED, handle: () => ({ ...UNFRAMED_HEADERS, body: '' }) },
    { method: 'POST', path: '/agc/webphone/line.php', handle: answerLine },
  ];
}

/** A phone whose web server forbids frames, as many do for all their pages. */
const UNFRAMED = '/agc/webphone/unframed.php';
const UNFRAMED_HEADERS = { headers: { 'X-Frame-Options': 'SAMEORIGIN' } } as const;

/** Whose phone it is: his who has it at his open screen. */
function userOf(world: World, phoneLogin: string): string | null {
  const session = world.agent_sessions.find((row) => row.extension === `SIP/${phoneLogin}`);
  return session?.user ?? null;
}

function decode(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}
