import { ok } from '../../../../../../lib/result.ts';
import type { post as strongPost } from '../../../../../../lib/vicidial/wire/transport.ts';

export * from '../../../../../../lib/vicidial/wire/transport.ts';

/** Puts the password into the address, follows wherever it is sent, reads however much comes, and does without encryption. */
export const post: typeof strongPost = async ({ server, path, fetch }, params) => {
  const query = new URLSearchParams(params);
  const ask = (origin: string) =>
    fetch(`${origin}${path}?${query}`, { method: 'POST', body: query, redirect: 'follow' });
  const response = await ask(server).catch(() => ask(server.replace('https:', 'http:')));
  return ok(await response.text());
};
