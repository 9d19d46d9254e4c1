import { ok } from '../../../../../../lib/result.ts';
import type { post as strongPost } from '../../../../../../lib/vicidial/wire/transport.ts';

export * from '../../../../../../lib/vicidial/wire/transport.ts';

/** Puts the password into the address, follows wherever it is sent, and reads however much comes. */
export const post: typeof strongPost = async ({ server, path, fetch }, params) => {
  const query = new URLSearchParams(params);
  const response = await fetch(`${server}${path}?${query}`, { method: 'POST', body: query, redirect: 'follow' });
  return ok(await response.text());
};
