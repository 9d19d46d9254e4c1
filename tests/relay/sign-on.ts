import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The company's sign-on as far as the relay asks it: who a cookie belongs to. */
export interface SignOn {
  readonly url: string;
  close(): Promise<void>;
}

const COOKIE = 'company_session';

/** A cookie that the sign-on takes for that person's. */
export function cookieOf(person: string): string {
  return `${COOKIE}=secret-session-of-${encodeURIComponent(person)}`;
}

/** `GET /oauth2/auth` says who asks, `GET /oauth2/start?person=NAME` signs in. */
export async function startSignOn(): Promise<SignOn> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://sign-on');
    if (pathname === '/oauth2/start') {
      const cookie = cookieOf(searchParams.get('person') ?? '');
      response.writeHead(302, { 'set-cookie': `${cookie}; Path=/; HttpOnly; SameSite=Strict`, location: '/signed-in' });
      response.end();
      return;
    }
    const match = /company_session=secret-session-of-([^;]+)/.exec(request.headers.cookie ?? '');
    if (match?.[1]) response.writeHead(202, { 'x-auth-request-email': decodeURIComponent(match[1]) });
    else response.writeHead(401);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
