import { describe, expect, it } from 'vitest';
import { signedIdentity } from '../../../scripts/release/signed-package.ts';

const GECKO = {
  id: 'dialside@example.com',
  strict_min_version: '142.0',
  update_url: 'https://apps.example.com/dialside/updates.json',
};
const manifest = (gecko: object, version = '0.1.0') =>
  JSON.stringify({ version, browser_specific_settings: { gecko: { ...gecko, data_collection_permissions: {} } } });

describe('a signed package', () => {
  it('says itself under which ID it goes', () => {
    expect(signedIdentity(manifest(GECKO), '0.1.0')).toEqual(GECKO);
  });

  it.each([
    ['of another version', manifest(GECKO, '0.0.9'), 'of version 0.0.9'],
    ['that asks nobody for updates', manifest({ ...GECKO, update_url: undefined }), 'DIALSIDE_FIREFOX_UPDATE_URL'],
    ['without an ID, as Chrome’s', JSON.stringify({ version: '0.1.0' }), 'names no ID'],
    ['without a manifest', undefined, 'names no ID'],
  ])('is refused %s', (_what, text, reason) => {
    expect(() => signedIdentity(text, '0.1.0')).toThrow(reason);
  });
});
