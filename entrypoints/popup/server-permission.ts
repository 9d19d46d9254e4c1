import type { ServerAddress, SignInProblem } from '../../lib/messages/sign-in.ts';
import { browser } from '../../lib/platform/extension-api.ts';
import { originPattern } from '../../lib/platform/origin-pattern.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { parseServerUrl } from '../../lib/vicidial/wire/server-url.ts';

/** Has the browser ask whether a dialer may be reached; inside a gesture, before anything else is awaited. */
export async function askForServer(address: ServerAddress): Promise<Result<null, SignInProblem>> {
  const parsed = parseServerUrl(address.server, address);
  if (!parsed.ok) return fail({ code: 'server', problem: parsed.failure });
  const origin = parsed.value.server;
  const isGranted = await browser.permissions.request({ origins: [originPattern(origin)] });
  return isGranted ? ok(null) : fail({ code: 'permissionMissing', origin });
}
