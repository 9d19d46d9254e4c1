import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { findChromium } from '../../scripts/browsers.mjs';

type Send = <T>(method: string, parameters?: object, sessionId?: string) => Promise<T>;

/** A Chromium that is told nothing about visibility or focus: its hidden tabs are hidden, as on a desk. */
export interface PlainChromium {
  /** Opens an address in a tab of its own, in front. */
  open(url: string): Promise<string>;
  bringToFront(tab: string): Promise<void>;
  /** Addresses of the service workers that run. */
  workers(): Promise<string[]>;
  /** Runs an expression in the tab and gives its value, a promise's once it has settled. */
  evaluate<T>(tab: string, expression: string): Promise<T>;
  close(): Promise<void>;
}

/**
 * Starts a headless Chromium and speaks its debugging protocol over two pipes. Playwright would declare every tab visible
 * and focused and switch the throttling of hidden ones off, which is what is measured here.
 */
export async function startPlainChromium(extraArguments: readonly string[]): Promise<PlainChromium> {
  const executable = findChromium();
  if (!executable) throw new Error('No Chromium is installed; DIALSIDE_CHROMIUM may name one.');
  const profile = await mkdtemp(join(tmpdir(), 'dialside-plain-'));
  const fixed = [
    '--headless',
    '--no-sandbox',
    '--no-first-run',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
  ];
  const child = spawn(executable, [...fixed, ...extraArguments, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const send = speak(child);
  return {
    async open(url) {
      const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url });
      return targetId;
    },
    async bringToFront(targetId) {
      await send('Target.activateTarget', { targetId });
    },
    async workers() {
      const { targetInfos } = await send<{ targetInfos: Target[] }>('Target.getTargets');
      return targetInfos.flatMap(({ type, url }) => (type === 'service_worker' ? [url] : []));
    },
    async evaluate<T>(targetId: string, expression: string) {
      const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
      const options = { expression, awaitPromise: true, returnByValue: true };
      const { result } = await send<{ result: { value: T } }>('Runtime.evaluate', options, sessionId);
      await send('Target.detachFromTarget', { sessionId });
      return result.value;
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await send('Browser.close').catch(() => undefined);
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

interface Target {
  readonly type: string;
  readonly url: string;
}

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Each message is JSON with a zero behind it; descriptor 3 is the browser's ear, 4 its mouth. */
function speak(child: ChildProcess): Send {
  const [, , , ear, mouth] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  let rest = '';
  mouth.setEncoding('utf8');
  mouth.on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer;
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    }
  });
  return <T>(method: string, params: object = {}, sessionId?: string) =>
    new Promise<T>((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result as T);
      });
      ear.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    });
}
