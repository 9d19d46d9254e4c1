import type { VicidialFailure } from '../failure.ts';

/** A request as `fetch` takes it. */
export interface PlainRequest {
  readonly url: string;
  readonly init: RequestInit;
}

/**
 * A request to the company's relay (docs/relay): the function is the last part of the path, its parameters are headers. A
 * reverse proxy reads both without reading a body, so that it can build the dialer's request anew from what it has checked;
 * no access log holds a header; and no web page can send one to another host, so that a cookie alone places no call. The
 * cookie goes along here and nowhere else.
 */
export function relayRequest(base: string, params: Readonly<Record<string, string>>): PlainRequest {
  const { function: name = '', source: _source, ...rest } = params;
  const headers = Object.entries(rest).map(([key, value]): [string, string] => [
    `Dialside-${key.replaceAll('_', '-')}`,
    // Values are plain words and digits; a comment has blanks as well.
    encodeURIComponent(value),
  ]);
  return { url: `${base}/${name}`, init: { headers: [['Dialside-Relay', '1'], ...headers], credentials: 'include' } };
}

/** What a relay's refusal means; null where the status says nothing of its own. */
export function relayFailure(status: number, name: string): VicidialFailure | null {
  switch (status) {
    case 401:
      return { code: 'relaySignedOut' };
    case 403:
      return { code: 'relayRefused', function: name };
    case 409:
      return { code: 'relayOtherAgent' };
    case 429:
      return { code: 'relayBusy' };
    default:
      return null;
  }
}
