import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './repository/source-imports.ts';

/** Packages that may run a program of theirs when they are installed, and why nothing of Dialside's needs it to. */
const INSTALL_SCRIPTS: Readonly<Record<string, string>> = {
  'node_modules/esbuild': 'of tsx: replaces its launcher by the program, which is there without that as well',
  'node_modules/spawn-sync': 'of web-ext: for a Node older than any that Dialside runs on',
  'node_modules/wxt/node_modules/esbuild': 'of WXT: as the other esbuild',
};

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (name: string) => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));
const lock: { readonly packages: Readonly<Record<string, LockedPackage>> } = read('package-lock.json');
const own: { readonly [group: string]: Readonly<Record<string, string>> } = read('package.json');
// The empty path is Dialside itself.
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('what is installed', () => {
  it('is found', () => {
    expect(installed.length).toBeGreaterThan(100);
  });

  it('runs no program at installation but those of the list', () => {
    const running = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    expect(running.sort()).toEqual(Object.keys(INSTALL_SCRIPTS).sort());
  });

  it('is held to its content by a hash, and comes from the public registry alone', () => {
    const loose = installed.filter(
      ([, { integrity, resolved, link, inBundle }]) =>
        link ||
        (!inBundle && !integrity?.startsWith('sha512-')) ||
        (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  // npm leaves out of the lock what it does not find that day: the packages of other systems, which then lack their program.
  it('is locked for every system that a package has a program for', () => {
    const unlocked = installed.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLockedFor(path, name)),
    );
    expect(unlocked).toEqual([]);
  });

  it('is asked for by exact versions', () => {
    const asked = Object.entries({ ...own.dependencies, ...own.devDependencies });
    expect(asked.filter(([, version]) => !/^(?:npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

/** As Node looks for a package: beside the one that needs it, then in each folder above. */
function isLockedFor(path: string, name: string): boolean {
  const above = path.split('node_modules/').map((_, depth, parts) => parts.slice(0, depth).join('node_modules/'));
  return [`${path}/`, ...above].some((folder) => `${folder}node_modules/${name}` in lock.packages);
}
