import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const run = (input: string, ...options: readonly string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/detect.ts', ...options], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    input,
    encoding: 'utf8',
  });

const detect = (input: string, ...options: readonly string[]) =>
  run(input, ...options)
    .stdout.trim()
    .split('\n');

const answers = (requests: readonly unknown[], ...options: readonly string[]): unknown[] =>
  detect(requests.map((request) => JSON.stringify(request)).join('\n'), ...options).map((line) => JSON.parse(line));

it('answers line by line, and says which line cannot be read', { timeout: 30_000 }, () => {
  const [found, both, markup, broken, empty] = answers([
    { text: 'Call 415-555-2671 x4', region: 'US' },
    { text: '030 901820', region: ['AT', 'DE'] },
    { html: '<p>Call <b>(415)</b> 555-2671</p><p><a href="tel:+12068955016">us</a></p>', region: 'US' },
    'text',
    {},
  ]);
  expect(found).toEqual({
    matches: [{ start: 5, end: 20, raw: '415-555-2671 x4', e164: '+14155552671', ext: '4', reason: 'labelled' }],
  });
  expect(both).toMatchObject({ matches: [{ e164: '+4930901820' }] });
  expect(markup).toEqual({
    matches: [
      { start: 5, end: 19, raw: '(415) 555-2671', e164: '+14155552671', ext: null, reason: 'labelled' },
      { start: 20, end: 22, raw: 'tel:+12068955016', e164: '+12068955016', ext: null, reason: 'link' },
    ],
  });
  expect([broken, empty]).toEqual([{ error: 'not an object' }, { error: 'neither text nor html' }]);
});

it('says of a plain line how to write it', { timeout: 30_000 }, () => {
  const [plain = ''] = detect('Call 415-555-2671');
  expect(JSON.parse(plain)).toEqual({
    error: expect.stringContaining('write {"text": "Call 415-555-2671", "region": "US"}'),
  });
});

it.each<[string, string, readonly string[], number]>([
  ['every line was read', '{"text":"x"}', [], 0],
  ['a line cannot be read', '{"text":"x"}\n{', [], 1],
  ['an option is unknown', '{"text":"x"}', ['--nope'], 2],
  ['an option is asked for as a word', '{"text":"x"}', ['help'], 2],
])('ends with its exit code where %s', { timeout: 30_000 }, (_, input, options, code) => {
  const { status, stdout, stderr } = run(input, ...options);
  expect([status, stdout === '', stderr.includes('There are --explain and --help.')]).toEqual([
    code,
    code === 2,
    code === 2,
  ]);
});

it('explains what it refused', { timeout: 30_000 }, () => {
  const table = '<table><tr><th>Order no.</th></tr><tr><td>4155552671</td></tr></table>';
  const [text, markup] = answers(
    [
      { text: 'Order 4155552671', region: 'US' },
      { html: table, region: 'US' },
    ],
    '--explain',
  );
  const refused = { raw: '4155552671', reason: 'label' };
  expect(text).toEqual({ matches: [], refusals: [{ start: 6, end: 16, ...refused }] });
  expect(markup).toEqual({ matches: [], refusals: [{ start: 10, end: 20, ...refused }] });
});

it('gives every refusal a reason, wherever the digits stand', { timeout: 30_000 }, () => {
  const reasons = (answer: unknown) =>
    (answer as { refusals: { raw: string; reason: string }[] }).refusals.map(({ raw, reason }) => `${raw} ${reason}`);
  const explained = answers(
    [
      { text: 'Call 12345', region: 'US' },
      { text: 'Call 415-555-2671' },
      { html: '<pre>415-555-2671</pre><p>Fax 206-895-5016</p><code>12345</code>', region: 'US' },
      { html: '<input type="password" value="415-555-2671"><input value="Order 4155552671">', region: 'US' },
      { html: '<textarea>415-555-2671</textarea><script>4155552671</script>', region: 'US' },
    ],
    '--explain',
  );
  expect(explained.map(reasons)).toEqual([
    ['12345 length'],
    ['415-555-2671 noRegion'],
    ['415-555-2671 untouched', '12345 length'],
    ['415-555-2671 field', '4155552671 label'],
    ['415-555-2671 untouched'],
  ]);
  expect(explained[2]).toMatchObject({ matches: [{ start: 4, end: 16, e164: '+12068955016' }] });
});

it('takes a region in small letters', { timeout: 30_000 }, () => {
  expect(answers([{ text: '415-555-2672', region: ['de', 'us'] }])[0]).toMatchObject({
    matches: [{ e164: '+14155552672' }],
  });
});

it('says that a region is missing or unknown', { timeout: 30_000 }, () => {
  const [missing, unknown, fine] = answers([
    { text: '+1 415 555 2671 or 415-555-2672' },
    { text: '415-555-2672', region: ['UK', 'US'] },
    { text: '415-555-2672', region: 'US' },
  ]);
  expect(missing).toMatchObject({
    matches: [{ e164: '+14155552671' }],
    warning: 'no region: national numbers are not found',
  });
  expect(unknown).toMatchObject({ matches: [{ e164: '+14155552672' }], warning: 'unknown region "UK"' });
  expect(fine).not.toHaveProperty('warning');
});

it('has a help that names every option', { timeout: 30_000 }, () => {
  expect(detect('', '--help').join('\n')).toMatch(/--explain[\s\S]*--help/);
});
