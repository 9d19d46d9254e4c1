import { tellPages } from '../messages/page-feed.ts';
import { browser } from '../platform/extension-api.ts';
import { originPattern } from '../platform/origin-pattern.ts';
import type { Services } from './services.ts';
import { signOut } from './session-life.ts';

/**
 * Takes effect of what the person has taken back in the browser: sites that Dialside may not read any more are left, and a dialer
 * that it may not ask any more loses agent and supervisor, with their passwords.
 */
export async function permissionRemoved(services: Services): Promise<void> {
  // None waits for another: what fails for one holds for it alone.
  const left = await Promise.allSettled([leaveAgent(services), leaveSupervisor(services), services.sites.register()]);
  await tellPages('page.settingsChanged', null);
  const failed = left.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}

async function leaveAgent(services: Services): Promise<void> {
  const { connection } = services.store.current();
  if (connection && !(await mayAsk(connection.server))) await signOut(services);
}

async function leaveSupervisor({ supervisor }: Services): Promise<void> {
  const state = await supervisor.state();
  if (state.status === 'signedIn' && !(await mayAsk(state.server))) await supervisor.signOut();
}

function mayAsk(server: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [originPattern(server)] });
}
