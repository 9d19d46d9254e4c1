import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'];

/** Path of the nginx of this machine; undefined where there is none. */
export function findNginx(): string | undefined {
  return PLACES.find((place) => existsSync(place));
}

/** The same; Debian's is installed first where that needs no question. Says why where there is none after all. */
export async function provideNginx(): Promise<string | undefined> {
  if (!findNginx() && canUseApt()) await install();
  const path = findNginx();
  if (!path)
    console.warn('The relay is not tested: there is no nginx, and installing one here needs an administrator.');
  return path;
}

function canUseApt(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

async function install(): Promise<void> {
  // Another package manager may be at work on a fresh machine: wait for it instead of failing at once.
  const patience = ['-o', 'DPkg::Lock::Timeout=300'];
  await aptGet('update', ...patience);
  await aptGet('install', '-y', '--no-install-recommends', ...patience, 'nginx');
}

function aptGet(...options: string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const program = spawn('apt-get', options, { env, stdio: 'ignore' });
  return new Promise((resolve) => {
    program.once('close', () => resolve());
    program.once('error', () => resolve());
  });
}
