import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'];

/** Path of an nginx; Debian's is installed where that needs no question. Null, with the reason printed, where there is none. */
export function provideNginx(): string | null {
  const path = findNginx() ?? (canUseApt() ? installNginx() : undefined);
  if (path) return path;
  console.warn('The relay is not tested: nginx is not installed, and installing it here would need an administrator.');
  return null;
}

function findNginx(): string | undefined {
  return PLACES.find((place) => existsSync(place));
}

function canUseApt(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

function installNginx(): string | undefined {
  const patience = ['-o', 'DPkg::Lock::Timeout=300'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', ...patience], { env });
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...patience, 'nginx'], { env });
  return findNginx();
}
