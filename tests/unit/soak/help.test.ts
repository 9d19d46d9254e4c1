import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('the soak says what it can be asked, and runs nothing', async () => {
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/soak.ts', '--help']);
  const { stdout } = await run;
  for (const flag of ['--dials', '--seed', '--fault', '--fuzz', '--cases', '--only', '--browser', '--rounds'])
    expect(stdout).toContain(`  ${flag} `);
}, 30_000);
