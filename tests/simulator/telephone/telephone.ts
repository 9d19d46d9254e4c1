import type { Clock, World } from '../world.ts';
import { type AgentPhones, createAgentPhones } from './agent-phones.ts';
import { createTrunk, type Trunk } from './trunk.ts';

/** The telephone server of the simulated dialer: trunk calls, agents' phones, and what was played to whom. */
export interface Telephone extends Omit<Trunk, 'reset'> {
  readonly phones: AgentPhones;
  /** Tones sent into calls, oldest first. */
  readonly tones: { readonly user: string; readonly tones: string }[];
  /** False while the telephone server's heartbeat is stale. */
  isAlive(): boolean;
  setAlive(alive: boolean): void;
  reset(): void;
}

export function createTelephone(world: World, clock: Clock): Telephone {
  const trunk = createTrunk(world, clock);
  const phones = createAgentPhones(world, clock);
  const tones: { user: string; tones: string }[] = [];
  let alive = true;
  return {
    ...trunk,
    phones,
    tones,
    isAlive: () => alive,
    setAlive: (value) => {
      alive = value;
    },
    reset() {
      trunk.reset();
      phones.reset();
      tones.length = 0;
      alive = true;
    },
  };
}
