import { describe, expect, it } from 'vitest';
import type { VicidialFailure } from '../../../lib/vicidial/failure.ts';
import { pick, seededRandom } from '../../seeded-random.ts';
import { fakeServer } from './fake-server.ts';
import { EVERY_FUNCTION, RECORDED_CASES, replay } from './recorded.ts';

/** A password as servers print it back. */
const PRINTED: readonly ((password: string) => string)[] = [
  (password) => password,
  (password) => password.toUpperCase(),
  (password) => password.replace(/[^\w.+/=-]/g, ''),
  (password) => password.replace(/[^\w-]/g, ''),
  (password) => encodeURIComponent(password),
  (password) => new URLSearchParams({ p: password }).toString().slice(2),
  (password) => password.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  (password) => password.replace(/['"\\]/g, '\\$&'),
  (password) => Buffer.from(password).toString('base64'),
];

/** The forms of the password that a failure holds. One comparison for all of them: an `expect` for each took most of the time. */
function secretsIn(failure: VicidialFailure, password: string): string[] {
  // The code and the function are words of this program, not of the answer.
  const told = JSON.stringify({ ...failure, code: '', function: '' }).toLowerCase();
  const printed = PRINTED.map((print) => JSON.stringify(print(password)).slice(1, -1).toLowerCase());
  return printed.filter((form) => form.length > 1 && told.includes(form));
}

/** Some hundred answers each: a second alone, and ten times that on a machine that is busy with something else. */
const TIMEOUT_MS = 60_000;

describe('no failure holds the password', { timeout: TIMEOUT_MS }, () => {
  it('when it was recorded in the answer', async () => {
    const echoed = RECORDED_CASES.filter(({ request, response }) => request.pass && response.includes(request.pass));
    expect(echoed.length).toBeGreaterThan(8);
    for (const recorded of RECORDED_CASES) {
      const answer = await replay(recorded);
      const found = answer.ok ? [] : secretsIn(answer.failure, recorded.request.pass || 'apipass123');
      if (found.length > 0) expect.fail(`${recorded.id} tells ${found}`);
    }
  });

  it('of whatever function, when any recorded answer comes back', async () => {
    const random = seededRandom(1);
    const codes = new Set<string>();
    for (const { id, response, request } of RECORDED_CASES) {
      const credentials = { user: 'apiuser', password: request.pass || 'apipass123' };
      const answer = await pick(random, EVERY_FUNCTION)(fakeServer(response), credentials);
      if (answer.ok) continue;
      codes.add(answer.failure.code);
      const found = secretsIn(answer.failure, credentials.password);
      const other = /phone_pass|c2lwLXNlY3JldC|\bselect\b|\bwhere\b/i.exec(JSON.stringify(answer.failure));
      if (found.length > 0 || other) expect.fail(`${id} tells ${[...found, ...(other ?? [])]}`);
    }
    expect(codes.size).toBeGreaterThan(25);
  });
});

describe('answers nobody has recorded', { timeout: TIMEOUT_MS }, () => {
  const CHARACTERS = [...'abcXYZ0189-_.+/=@#%&<>"\'\\ |;:äあ'];
  const WORDS = [
    'ERROR: ',
    'SUCCESS: ',
    'NOTICE: ',
    ' - ',
    '|',
    '\n',
    '\r\n',
    '\t',
    '<',
    '\0',
    '\u{feff}',
    'EXITO: ',
    'http',
  ];

  function randomPassword(random: () => number): string {
    // Long enough not to stand in an innocent word by chance.
    return Array.from({ length: 7 + Math.floor(random() * 10) }, () => pick(random, CHARACTERS)).join('');
  }

  function mutate(random: () => number, body: string, password: string): string {
    let text = body;
    for (let change = Math.floor(random() * 4); change >= 0; change -= 1) {
      const at = Math.floor(random() * (text.length + 1));
      const inserted = pick(random, [pick(random, WORDS), pick(random, PRINTED)(password), `ERROR: ${password}`]);
      const removed = pick(random, [0, 0, 1, 10]);
      text = text.slice(0, at) + inserted + text.slice(at + removed);
    }
    return text;
  }

  it.each([1, 2, 3])('are classified, without the password, with seed %i', async (seed) => {
    const random = seededRandom(seed);
    for (let round = 0; round < 500; round += 1) {
      const password = randomPassword(random);
      const body = mutate(random, pick(random, RECORDED_CASES).response, password);
      const answer = await pick(random, EVERY_FUNCTION)(fakeServer(body), { user: 'apiuser', password });
      const found = answer.ok ? [] : secretsIn(answer.failure, password);
      if (found.length > 0) expect.fail(`${JSON.stringify(body)} tells ${found}`);
    }
  });
});
