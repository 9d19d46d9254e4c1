import { ALL_SITES, type Settings } from '../../settings/schema.ts';

/**
 * What of a site the company has locked as it is. A locked list of sites neither loses one that is on nor gains one that is
 * not in it; one of the list that the browser has not granted yet may be turned on. `active` are the patterns in force.
 */
export function siteLocks(
  { policy: { locked }, sites }: Settings,
  patterns: readonly string[],
  active: readonly string[],
): readonly ('site' | 'all' | 'mode')[] {
  const isOn = (wanted: readonly string[]) => wanted.every((pattern) => active.includes(pattern));
  const isFixed = (wanted: readonly string[]) => isOn(wanted) || !wanted.every((pattern) => sites.includes(pattern));
  const hasFixedSites = locked.includes('sites');
  return [
    ...(hasFixedSites && (isOn(ALL_SITES) || isFixed(patterns)) ? (['site'] as const) : []),
    ...(hasFixedSites && isFixed(ALL_SITES) ? (['all'] as const) : []),
    ...(locked.includes('siteMode') ? (['mode'] as const) : []),
  ];
}
