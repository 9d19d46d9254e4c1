import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { pinWeakness } from '../../../lib/messages/pin-weakness.ts';
import { panelRequestSchemas } from '../../../lib/messages/requests.ts';

const GUESSABLE = [
  ...['111111', '000000', '123456', '654321', '234567', '567890', '890123', '098765', '12345678', 'abcdef', 'fedcba'],
  ...['121212', '123123', '112112', '111222', '100000', '123321', '456654', 'qwerty', 'QWERTY', 'asdfgh', 'azerty'],
  ...['159753', '147258', 'password', 'aaaaaa', '\uff11\uff12\uff13\uff14\uff15\uff16'],
];
const GOOD = ['493817', '829104', '135792', '493394', 'kettle', 'correct horse', '4938 17', 'caf\u00e9 49'];

describe('a PIN', () => {
  it.each(GUESSABLE)('%s is among the first that anybody would try', (pin) =>
    expect(pinWeakness(pin)).toBe('guessable'),
  );
  it.each(GOOD)('%s is not', (pin) => expect(pinWeakness(pin)).toBeNull());
  it.each(['', '1', '49381', '11111'])('%j is too short', (pin) => expect(pinWeakness(pin)).toBe('short'));
});

describe('a sign-in', () => {
  const signIn = (pin: string | null) =>
    v.safeParse(panelRequestSchemas['session.signIn'], {
      ...{
        server: 'dialer.example',
        agentPath: '',
        nonAgentPath: '',
        allowInsecure: false,
        user: '6666',
        password: 'x',
      },
      ...{ agentUser: '', region: 'US', dialMethod: 'unknown', statusCredential: null, pin },
    }).success;

  it.each([
    ['493817', true],
    [null, true],
    ['123456', false],
    ['4938', false],
  ])('is taken with %j: %s', (pin, isTaken) => expect(signIn(pin)).toBe(isTaken));

  it('that was remembered under a weak PIN before is still opened by it', () => {
    const unlock = { pin: '123456', allowInsecure: false };
    expect(v.safeParse(panelRequestSchemas['session.unlock'], unlock).success).toBe(true);
  });
});
