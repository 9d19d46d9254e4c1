import type { SoakFault } from './faults.ts';
import { PANEL_STATUS, type PanelEnding } from './panel-endings.ts';
import type { Scene } from './scene.ts';

/** A browser that was closed, an agent who was signed out, and storage that takes nothing forget an ending. */
const FORGETFUL: readonly SoakFault[] = ['browserRestart', 'lockOut', 'storageFailure', 'takenBackUnstored'];

// The dialer has the disposition, and says so, before the agent screen has heard it and closes its box.
const SCREEN_CLOSES_MS = 3_000;

/** What Finish in the panel promises: each press is one ending, and what is told of it is true. */
export function ofEndings(scene: Scene, faults: readonly SoakFault[]): string[] {
  const { endings, network } = scene;
  if (!endings) return [];
  const { list } = endings;
  const broken: string[] = [];
  for (const name of ['external_hangup', 'external_status']) {
    const sent = network.sent.filter((request) => request.name === name).length;
    if (sent > list.length) broken.push(`${sent} requests of ${name} for ${list.length} endings`);
  }
  const mayForget = faults.some((fault) => FORGETFUL.includes(fault));
  return [...broken, ...list.flatMap((ending) => ofEnding(ending, scene, mayForget))];
}

function ofEnding({ call, answer, byHandAt, told }: PanelEnding, { centre }: Scene, mayForget: boolean): string[] {
  const last = told.at(-1);
  const isOver = last?.step === 'done' || last?.step === 'failed';
  if (!isOver) return answer?.ok && !mayForget ? ['an ending never came to an end'] : [];
  if (last.step === 'failed') return [];
  if (call.freeAt === null || call.freeAt > last.at + SCREEN_CLOSES_MS)
    return ['a call was told as finished while it was not'];
  if (byHandAt !== null || centre.closedBy() !== null) return [];
  const lead = centre.dialer.world.leads.find(({ phone_number: number }) => number === call.number);
  return lead?.status === PANEL_STATUS ? [] : [`a call was told as finished, and its lead is ${lead?.status}`];
}
