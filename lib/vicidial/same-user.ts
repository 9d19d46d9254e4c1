/** Whether two names are one user's: VICIdial takes them in any case. */
export function isSameUser(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
