import type { LiveStatus } from '../client.ts';

const LIVE_STATUSES: readonly string[] = [
  'PAUSED',
  'READY',
  'QUEUE',
  'INCALL',
  'CLOSER',
  'MQUEUE',
] satisfies LiveStatus[];

export function isLiveStatus(text: string | undefined): text is LiveStatus {
  return text !== undefined && LIVE_STATUSES.includes(text);
}
