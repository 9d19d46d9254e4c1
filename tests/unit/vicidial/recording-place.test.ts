import { describe, expect, it } from 'vitest';
import { placeOfRecording } from '../../../lib/vicidial/recording-place.ts';
import type { ServerUrl } from '../../../lib/vicidial/wire/server-url.ts';

const place = (location: string, server = 'https://dialer.example.com') =>
  placeOfRecording(location, server as ServerUrl);

describe('where a recording is loaded from', () => {
  it.each([
    ['https://dialer.example.com/RECORDINGS/a.mp3', undefined, 'https://dialer.example.com/RECORDINGS/a.mp3'],
    ['https://dialer.example.com:8443/a.mp3?x=1', undefined, 'https://dialer.example.com:8443/a.mp3?x=1'],
    // What the internal web server is written as, by the way that the agent has allowed.
    ['http://dialer.example.com/RECORDINGS/a.wav', undefined, 'https://dialer.example.com/RECORDINGS/a.wav'],
    ['http://DIALER.example.com/a.wav', 'https://dialer.example.com:444', 'https://dialer.example.com:444/a.wav'],
    ['http://10.0.0.5/a.wav', 'http://10.0.0.5', 'http://10.0.0.5/a.wav'],
  ])('%s of %s', (location, server, url) => {
    expect(place(location, server)).toEqual({ url });
  });

  it.each([
    ['http://10.10.10.15/RECORDINGS/a.wav', '10.10.10.15'],
    ['https://archive.example.com:81/a.wav', 'archive.example.com:81'],
    ['https://dialer.example.com.evil.example/a.wav', 'dialer.example.com.evil.example'],
    ['https://dialer.example.com@evil.example/a.wav', 'evil.example'],
    ['https://user:secret@dialer.example.com/a.wav', 'dialer.example.com'],
    ['//evil.example/a.wav', ''],
    ['javascript:alert(1)', ''],
    ['file:///etc/passwd', ''],
    ['data:audio/wav;base64,AAAA', ''],
    ['', ''],
    ['not a place', ''],
  ])('nowhere else: %s', (location, elsewhere) => {
    expect(place(location)).toEqual({ elsewhere });
  });
});
