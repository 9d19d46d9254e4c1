import { type Clock, serverTime } from '../clock.ts';
import { findUser, systemSettings, type User, type World } from '../world.ts';

export type LoginOutcome = 'GOOD' | 'BAD' | 'LOCK' | 'IPBLOCK';

export interface LoginAttempt {
  readonly user: string;
  readonly pass: string;
  /** 1 for the Agent API, 7 for the Non-Agent API. */
  readonly minimumLevel: number;
  readonly remoteAddress: string;
}

const failuresToLock = 10;
const lockMs = 15 * 60 * 1000;

/** Checks user and password, and counts a failure towards the lock-out that both APIs and the agent screen share. */
export function checkLogin(world: World, clock: Clock, attempt: LoginAttempt): LoginOutcome {
  const user = findUser(world, attempt.user);
  if (user && isLocked(user, clock)) return 'LOCK';
  if (!user || !isRight(user, attempt)) {
    if (user) countFailure(world, user, clock);
    return 'BAD';
  }
  return isAddressAllowed(world, user, attempt.remoteAddress) ? 'GOOD' : 'IPBLOCK';
}

/** What a successful login on the Non-Agent API or the agent screen does, and one on the Agent API does not. */
export function clearFailures(world: World, user: User, clock: Clock): void {
  user.failed_login_count = '0';
  user.last_login_date = serverTime(clock.now());
  world.changed('users', user.user);
}

function isRight(user: User, { pass, minimumLevel }: LoginAttempt): boolean {
  return user.pass === pass && user.active === 'Y' && Number(user.user_level) >= minimumLevel;
}

function isLocked(user: User, clock: Clock): boolean {
  return Number(user.failed_login_count) >= failuresToLock && !isLockOver(user, clock);
}

// Server-local times compare as text.
function isLockOver(user: User, clock: Clock): boolean {
  return user.last_login_date < serverTime(clock.now() - lockMs);
}

function countFailure(world: World, user: User, clock: Clock): void {
  const restart = Number(user.failed_login_count) >= failuresToLock;
  user.failed_login_count = restart ? '1' : String(Number(user.failed_login_count) + 1);
  // A user without any login counts from the failure, or ten failures would never lock the users of a world file.
  if (restart || user.last_login_date === '') user.last_login_date = serverTime(clock.now());
  world.changed('users', user.user);
}

function isAddressAllowed(world: World, user: User, address: string): boolean {
  const list = world.user_groups.find((group) => group.user_group === user.user_group)?.api_ip_list ?? '';
  if (systemSettings(world).allow_ip_lists !== '1' || list === '') return true;
  const firstThree = address.split('.').slice(0, 3).join('.');
  return world.ip_list_entries.some(
    (entry) => entry.ip_list_id === list && [address, `${firstThree}.x`].includes(entry.ip_address),
  );
}

/** The allowed functions are names with a space before and after each; without the outer spaces nothing is allowed. */
export function mayUse(user: User, functionName: string): boolean {
  return [' ALL_FUNCTIONS ', ` ${functionName} `].some((name) => user.api_allowed_functions.includes(name));
}
