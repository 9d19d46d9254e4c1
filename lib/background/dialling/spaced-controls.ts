import { takenWithinMs } from '../../agent/call/command-taken.ts';
import type { SeenScreen } from '../../agent/state/screen-reading.ts';
import type { AgentClient } from '../../vicidial/client.ts';
import { createSpacing, type SpacingDeps } from './spaced-requests.ts';

export interface ControlSpacingDeps extends SpacingDeps {
  readonly screen: () => SeenScreen | null;
}

/**
 * The same client, whose commands for a call wait until the agent screen has taken the one before: each kind has a field of its
 * own at the dialer, and a second request overwrites what still waits in it (api.md 7.9), whichever page or panel it came from.
 * Every client made by the returned function keeps the distance from all the others.
 */
export function createControlSpacing(deps: ControlSpacingDeps): (client: AgentClient) => AgentClient {
  const field = () => createSpacing(deps, () => takenWithinMs(deps.screen()));
  const [parked, transferred, toned, recorded, previewed] = [field(), field(), field(), field(), field()];
  const filled = field();
  return (client) => ({
    ...client,
    park: (value) => parked(() => client.park(value)),
    transfer: (request) => transferred(() => client.transfer(request)),
    sendDtmf: (tones) => toned(() => client.sendDtmf(tones)),
    recording: (value) => recorded(() => client.recording(value)),
    updateFields: (...change) => filled(() => client.updateFields(...change)),
    preview: (value) => previewed(() => client.preview(value)),
  });
}
