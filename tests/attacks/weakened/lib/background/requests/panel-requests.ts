import type { PageRequestDeps } from '../../../../../../lib/background/requests/page-requests.ts';
import {
  createPanelHandlers as createStrong,
  type PanelRequestDeps,
} from '../../../../../../lib/background/requests/panel-requests.ts';
import type { ScreenRequestDeps } from '../../../../../../lib/background/requests/screen-requests.ts';
import type { Sender } from '../../../../../../lib/platform/sender.ts';
import { frameOf } from '../../platform/sender.ts';
import { createPageHandlers } from './page-requests.ts';

export * from '../../../../../../lib/background/requests/panel-requests.ts';

/** Answers everything to everybody, and believes any page to be the agent screen. */
export function createPanelHandlers(
  deps: PanelRequestDeps & ScreenRequestDeps & PageRequestDeps,
): ReturnType<typeof createStrong> {
  const pages = Object.entries(createPageHandlers(deps)).map(([name, handle]) => [
    name,
    (payload: never, sender: Sender) => handle(payload, frameOf(sender)),
  ]);
  return {
    ...createStrong(deps),
    ...Object.fromEntries(pages),
    'screen.reading': async (reading: never, sender: Sender) => {
      await deps.screens.heard(reading, frameOf(sender).tabId);
      return true;
    },
  };
}
