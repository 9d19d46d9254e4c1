import { expect, it } from 'vitest';
import { hasSecret, withoutSecrets } from '../../../lib/crm/url-secrets.ts';

it.each([
  [
    'http://127.0.0.1/vicidial/non_agent_api.php?source=x&user=6666&pass=secret1&lead_id=--A--lead_id--B--',
    'http://127.0.0.1/vicidial/non_agent_api.php?source=x&user=6666&pass=***&lead_id=--A--lead_id--B--',
  ],
  ['https://crm.example.com/hook?api_key=k1', 'https://crm.example.com/hook?api_key=***'],
  ['VARhttps://crm.example.com/?apiKey=k1&x=1', 'VARhttps://crm.example.com/?apiKey=***&x=1'],
  ['/agc/x.php?p%61ssword=a%20b', '/agc/x.php?p%61ssword=***'],
  ['https://x.example/#access_token=t&b=2', 'https://x.example/#access_token=***&b=2'],
  ['https://u:p@x.example/a', 'https://***@x.example/a'],
  [
    'https://x.example/?to=https%3A%2F%2Fy.example%3Fsecret%3Dabc%26b%3D2',
    'https://x.example/?to=https%3A%2F%2Fy.example%3Fsecret%3D***%26b%3D2',
  ],
  ['https://x.example/?a=1;key=k?=2', 'https://x.example/?a=1;key=***'],
])('%s is told as %s', (address, told) => {
  expect(withoutSecrets(address)).toBe(told);
  expect(hasSecret(address)).toBe(true);
  expect(hasSecret(told)).toBe(true);
});

it.each([
  'https://crm.example.com/wrap?lead=--A--lead_id--B--&key=--A--vendor_lead_code--B--',
  'https://crm.example.com/?keyword=a&author=b&monkey=c&pass=',
  'https://crm.example.com/pass/token?user=6666',
  '',
])('%s holds none, and stays as it is', (address) => {
  expect(withoutSecrets(address)).toBe(address);
  expect(hasSecret(address)).toBe(false);
});
