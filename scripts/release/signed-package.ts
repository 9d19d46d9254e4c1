import type { FirefoxIdentity } from './firefox-identity.ts';

/**
 * What a signed package says of itself, by its manifest: under which ID, and from which Firefox on, browsers take it.
 *
 * @param manifest the text of its manifest.json; undefined where it has none
 * @throws where it is of another version, or would never ask for an update manifest
 */
export function signedIdentity(manifest: string | undefined, version: string): FirefoxIdentity {
  const said = JSON.parse(manifest ?? '{}') as {
    readonly version?: string;
    readonly browser_specific_settings?: { readonly gecko?: Partial<FirefoxIdentity> };
  };
  const { id, strict_min_version, update_url } = said.browser_specific_settings?.gecko ?? {};
  if (!id || !strict_min_version) throw new Error('The signed package is none for Firefox: its manifest names no ID.');
  if (said.version !== version)
    throw new Error(`The signed package is of version ${said.version}, but package.json says ${version}`);
  if (!update_url)
    throw new Error(
      'The signed package names no address for updates, so that Firefox would ask for none: build it with DIALSIDE_FIREFOX_UPDATE_URL.',
    );
  return { id, strict_min_version, update_url };
}
