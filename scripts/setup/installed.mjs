/**
 * Whether the packages in `node_modules` are those of the lock file, for this machine: npm leaves a list of what it has installed as
 * the last thing it does, of the same form. Optional packages may be missing; native ones of another platform, from a folder that
 * is shared between machines, may not be there.
 *
 * @param {import('./installed.d.mts').PackageList} locked package-lock.json
 * @param {import('./installed.d.mts').PackageList} installed node_modules/.package-lock.json
 * @param {{ readonly platform: string, readonly arch: string }} machine
 */
export function isInstalled(locked, installed, { platform, arch }) {
  const fits = ({ os, cpu }) => (os?.includes(platform) ?? true) && (cpu?.includes(arch) ?? true);
  const isLocked = ([path, { version, integrity, ...rest }]) => {
    const wanted = locked.packages[path];
    return wanted?.version === version && wanted.integrity === integrity && fits(rest);
  };
  // The empty path is the repository itself, which is not installed.
  const isThere = ([path, { optional }]) => path === '' || optional || path in installed.packages;
  return Object.entries(installed.packages).every(isLocked) && Object.entries(locked.packages).every(isThere);
}
