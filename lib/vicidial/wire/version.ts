import { fail, ok, type Result } from '../../result.ts';
import type { ServerVersion } from '../client.ts';
import type { VicidialFailure } from '../failure.ts';
import type { Answered } from './answer.ts';
import type { Call } from './caller.ts';

/**
 * Asks either endpoint for its version. It needs no credentials and sends none, so it says nothing about them. Every
 * VICIdial knows this function: an empty answer comes from something else.
 */
export async function askVersion(anonymous: Call): Promise<Result<ServerVersion, VicidialFailure>> {
  const answer = await anonymous('version', {}, readVersion);
  return !answer.ok && answer.failure.code === 'unknownFunction' ? fail({ code: 'notVicidial' }) : answer;
}

/** `VERSION: 2.14-82|BUILD: 250122-1010|DATE: 2026-11-20 16:49:12|EPOCH: 1795211352`; the Non-Agent API adds its zone. */
function readVersion(answered: Answered): Result<ServerVersion, VicidialFailure> | null {
  const line = answered.word === null ? answered.lines.findLast((text) => text.startsWith('VERSION: ')) : undefined;
  const match =
    /^VERSION: ([\w.-]{1,30})\|BUILD: ([\w.-]{1,30})\|DATE: ([\d-]{10} [\d:]{8})\|EPOCH: (\d{1,12})(?:\||$)/.exec(
      line ?? '',
    );
  if (!match) return null;
  const [, version = '', build = '', localTime = '', epoch] = match;
  return ok({ version, build, localTime, epochSeconds: Number(epoch) });
}
