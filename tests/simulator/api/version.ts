import { type Clock, epochSeconds, serverTime } from '../clock.ts';
import type { SimResponse } from '../route.ts';

/** The builds the conformance cases were recorded from. */
export function agentVersion(clock: Clock): string {
  return `${versionFields('2.14-82', '250122-1010', clock)}\n`;
}

export function nonAgentVersion(clock: Clock): string {
  const isSummer = offsetHours(clock.now()) === -4;
  const zones = `DST: ${isSummer ? 1 : 0}|TZ: -5.00|TZNOW: ${isSummer ? '-4.00' : '-5.00'}|`;
  return `${versionFields('2.14-202', '250720-1841', clock)}|${zones}\n`;
}

function versionFields(version: string, build: string, clock: Clock): string {
  return `VERSION: ${version}|BUILD: ${build}|DATE: ${serverTime(clock.now())}|EPOCH: ${epochSeconds(clock)}`;
}

function offsetHours(epochMs: number): number {
  const local = Date.parse(`${serverTime(epochMs).replace(' ', 'T')}Z`);
  return (local - Math.floor(epochMs / 1000) * 1000) / 3_600_000;
}

const jokes: readonly string[] = ['coffee', 'start_coffee', 'make_coffee', 'brew_coffee'];

export function jokeAnswer(functionName: string): SimResponse | null {
  if (!jokes.includes(functionName)) return null;
  return { status: 418, body: `Coffee: ${functionName}|Error 418 I'm a teapot` };
}
