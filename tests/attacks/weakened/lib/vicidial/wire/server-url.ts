import { ok } from '../../../../../../lib/result.ts';
import type { parseServerUrl as parseStrong, ServerUrl } from '../../../../../../lib/vicidial/wire/server-url.ts';

export * from '../../../../../../lib/vicidial/wire/server-url.ts';

/** Takes any address, encrypted or not. */
export const parseServerUrl: typeof parseStrong = (text) =>
  ok({ server: new URL(String(text)).origin as ServerUrl, agentPath: null, nonAgentPath: null });
