import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a program in the repository's folder with its output shown, never asking anything: its input is closed. Programs
 * of installed packages are found by name.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env] added to this process's environment
 * @param {string} [folder] another folder to run it in
 * @returns {Promise<number>} the exit code; 1 when it was killed or could not be started
 */
export function run(command, args, env = {}, folder = ROOT) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        ...env,
        PATH: `${join(folder, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
      },
      // npm and the programs of packages are .cmd files on Windows, which only its shell starts.
      shell: process.platform === 'win32',
    });
    const stop = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGTERM', stop).on('SIGINT', stop);
    const finish = (/** @type {number} */ code) => {
      process.off('SIGTERM', stop).off('SIGINT', stop);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      finish(1);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

/**
 * Like {@link run}, for what must succeed.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
export async function runOrThrow(command, args, env) {
  const code = await run(command, args, env);
  if (code !== 0) throw new StepFailed(`${command} ${args.join(' ')}`, code);
}

/** A program that had to succeed ended with `exitCode`. */
export class StepFailed extends Error {
  /**
   * @param {string} what
   * @param {number} exitCode
   */
  constructor(what, exitCode) {
    super(`"${what}" ended with exit code ${exitCode}`);
    this.exitCode = exitCode;
  }
}
