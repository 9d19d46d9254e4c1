import type { DialerContext, SimRequest, SimResponse } from '../route.ts';

/** Adds what a server does whose administrator has switched CORS on for some origins; by default nothing. */
export function withCors(
  context: DialerContext,
  request: SimRequest,
  answer: (request: SimRequest) => SimResponse,
): SimResponse {
  const origin = request.headers.origin;
  if (origin === undefined || !context.corsOrigins.includes(origin)) return answer(request);
  const headers = {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Methods': 'GET,POST,OPTIONS',
    'Access-Control-Allow-Headers': 'Content-Type',
  };
  const isPreflight = request.method === 'OPTIONS' && 'access-control-request-method' in request.headers;
  if (isPreflight) return { body: '', contentType: 'text/html; charset=UTF-8', headers };
  const response = answer(request);
  return { ...response, headers: { ...response.headers, ...headers } };
}
