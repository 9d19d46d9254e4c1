import { expect, it } from 'vitest';
import { isInstalled, type PackageList } from '../../../scripts/setup/installed.mjs';

const HERE = { platform: 'linux', arch: 'x64' };
const VITE = { version: '8.3.8', integrity: 'sha512-vite' };
const NATIVE = { version: '1.0.0', integrity: 'sha512-native', optional: true, os: ['linux'], cpu: ['x64'] };
const FOREIGN = { version: '1.0.0', integrity: 'sha512-foreign', optional: true, os: ['darwin'], cpu: ['arm64'] };
const LOCKED: PackageList['packages'] = {
  '': { version: '0.1.0' },
  'node_modules/vite': VITE,
  'node_modules/native-linux': NATIVE,
  'node_modules/native-darwin': FOREIGN,
};
const INSTALLED = { 'node_modules/vite': VITE, 'node_modules/native-linux': NATIVE };

it.each<[string, PackageList['packages'], boolean]>([
  ['what npm ci has installed', INSTALLED, true],
  ['what it has installed without an optional package', { 'node_modules/vite': VITE }, true],
  ['nothing', {}, false],
  ['a package too few', { 'node_modules/native-linux': NATIVE }, false],
  ['a package too many', { ...INSTALLED, 'node_modules/other': VITE }, false],
  ['another version', { ...INSTALLED, 'node_modules/vite': { ...VITE, version: '8.3.7' } }, false],
  ['other content', { ...INSTALLED, 'node_modules/vite': { ...VITE, integrity: 'sha512-evil' } }, false],
  ['another machine’s', { 'node_modules/vite': VITE, 'node_modules/native-darwin': FOREIGN }, false],
])('%s : whether it is taken for the packages of the lock file', (_, packages, isTaken) => {
  expect(isInstalled({ packages: LOCKED }, { packages }, HERE)).toBe(isTaken);
});
