import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../../lib/vicidial/wire/redaction.ts';

describe('the reason of an unknown line', () => {
  it.each([
    ['as it was sent', 'no s3cret today', 's3cret'],
    ['in other letter case', 'no S3CRET today', 's3cret'],
    ['without the characters an endpoint drops', 'no s3cret today', 's@3#cret!'],
    ['escaped for a URL', 'no s3%20cret', 's3 cret'],
    ['escaped as a form', 'no s3+cret', 's3 cret'],
    ['escaped for HTML', 'no s3&amp;cret', 's3&cret'],
    ['escaped for HTML as PHP does', 'no s3&#039;cret', "s3'cret"],
    ['escaped for HTML with a short number', 'no s3&#39;cret', "s3'cret"],
    ['escaped for HTML by name', 'no s3&apos;cret', "s3'cret"],
    ['escaped for SQL', "no s3\\'cret", "s3'cret"],
    ['in base64', 'no czNjcmV0cw', 's3crets'],
    ['cut by the end of the reason', 'no s3cr@t', 's3cr@t'],
    ['cut by the length of the reason', `${'x'.repeat(98)}s3cret`, 's3cret'],
    ['with a mark of the grammar in it', 'no s3 - cret', 's3 - cret'],
    ['beside others', 'no other', 'other'],
  ])('is empty when it holds a secret %s', (_, text, secret) => {
    expect(reasonOf(text, ['unrelated', secret])).toBe('');
  });

  it('is told when the secret stands in the fields only', () => {
    expect(reasonOf('agent is away - 1000|s3cret', ['s3cret'])).toBe('agent is away');
  });

  it('is told when there is no secret', () => {
    expect(reasonOf('agent is away - 1000', [])).toBe('agent is away');
    expect(reasonOf('agent is away - 1000', [''])).toBe('agent is away');
  });
});
