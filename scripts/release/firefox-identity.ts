/** The name by which Firefox, its policies and its update manifests know the extension. */
export interface FirefoxIdentity {
  readonly id: string;
  /** The oldest Firefox that knows all that is used. */
  readonly strict_min_version: string;
  /** Where Firefox looks for a newer version; left out where a store does. */
  readonly update_url?: string;
}

/**
 * A company that has Firefox packages signed for itself gives them an ID of its own, and the address of its update manifest, when it
 * builds: `DIALSIDE_FIREFOX_ID` and `DIALSIDE_FIREFOX_UPDATE_URL` (docs/roll-out.md).
 *
 * @throws on what Firefox would refuse later, with less of a reason
 */
export function firefoxIdentity(environment: Readonly<Record<string, string | undefined>>): FirefoxIdentity {
  const id = environment.DIALSIDE_FIREFOX_ID || 'dialside@dialside.example';
  const address = environment.DIALSIDE_FIREFOX_UPDATE_URL;
  if (!/^[\w.-]*@[\w.-]+$/.test(id)) throw new Error(`DIALSIDE_FIREFOX_ID looks like name@example.com, not ${id}`);
  if (address && !URL.canParse(address)) throw new Error(`DIALSIDE_FIREFOX_UPDATE_URL is no address: ${address}`);
  if (address && new URL(address).protocol !== 'https:')
    throw new Error(`DIALSIDE_FIREFOX_UPDATE_URL has to begin with https://, not ${address}`);
  return { id, strict_min_version: '142.0', ...(address && { update_url: address }) };
}
