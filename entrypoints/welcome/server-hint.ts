import type { ServerHint } from '../../components/first-run/server-step.tsx';
import type { Policy } from '../../lib/settings/policy.ts';
import { serversMeant } from '../../lib/vicidial/set-up/find-server.ts';

/**
 * The server that is offered without typing: the company's own, else the one in the fragment of the opened address,
 * `#server=dialer.example.com`. Anybody can make such a link, so that it only ever suggests: its host is shown as the browser
 * writes it, and nothing is asked of it before the agent has agreed.
 */
export function serverHint({ values, locked }: Policy, fragment: string): ServerHint | null {
  if (values.server !== undefined)
    return { server: values.server, from: 'company', isLocked: locked.includes('server') };
  const meant = serversMeant(new URLSearchParams(fragment.replace(/^#/, '')).get('server') ?? '', {
    allowInsecure: false,
  });
  const server = meant.ok ? meant.value[0]?.server : undefined;
  return server === undefined ? null : { server, from: 'link', isLocked: false };
}
