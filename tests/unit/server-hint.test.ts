import { expect, it } from 'vitest';
import { serverHint } from '../../entrypoints/welcome/server-hint.ts';
import { NO_POLICY } from '../../lib/settings/policy.ts';

it.each<[string, string | undefined]>([
  ['', undefined],
  ['#server=', undefined],
  ['#server=dialer.example.com', 'https://dialer.example.com'],
  ['#server=https%3A%2F%2Fdialer.example.com%2Fagc%2Fvicidial.php%3FVD_pass%3Dx', 'https://dialer.example.com'],
  // What looks like another name is shown as it is asked.
  ['#server=di%D0%B0ler.example.com', 'https://xn--diler-5ve.example.com'],
  ['#server=https://dialer.example.com@evil.example', undefined],
  ['#server=javascript:alert(1)', undefined],
  ['#server=call%20me', undefined],
])('the link %j names %s', (fragment, server) => {
  expect(serverHint(NO_POLICY, fragment)?.server).toBe(server);
  expect(serverHint(NO_POLICY, fragment)?.from).toBe(server && 'link');
});

it('the company’s word counts more than a link’s', () => {
  const policy = { ...NO_POLICY, values: { server: 'dialer.example.com' }, locked: ['server'] as const };
  expect(serverHint(policy, '#server=evil.example')).toEqual({
    server: 'dialer.example.com',
    from: 'company',
    isLocked: true,
  });
});
