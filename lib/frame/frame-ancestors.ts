/** What stands for an origin that the browser keeps to itself. */
const UNKNOWN = 'null';

/** Origins of the pages around a frame, the nearest first; none for a page in a tab of its own. */
export function frameAncestors(view: Window): readonly string[] {
  const { ancestorOrigins } = view.location;
  if (ancestorOrigins) return [...ancestorOrigins];
  const around: string[] = [];
  for (let one = view; one.parent !== one; one = one.parent) around.push(originOf(one.parent));
  return around;
}

/** Only a page of the same origin tells its own. */
function originOf(view: Window): string {
  try {
    return view.location.origin;
  } catch {
    return UNKNOWN;
  }
}
