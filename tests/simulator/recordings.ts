import type { Route } from './route.ts';
import type { World } from './world.ts';

/** Where VICIdial's web server has them. */
const RECORDINGS_PATH = '/RECORDINGS/';

const RATE = 8_000;

/** The recordings of the world that are said to lie here, each as long as it is said to be, and silent. */
export function recordingRoutes(world: World): Route[] {
  return [
    {
      method: 'GET',
      path: `${RECORDINGS_PATH}*`,
      handle({ path }) {
        const recording = world.recordings.find(({ location }) => location.endsWith(path));
        if (!recording) return { status: 404, body: '<h1>Not Found</h1>' };
        return { contentType: 'audio/x-wav', body: silence(Number(recording.length_in_sec)) };
      },
    },
  ];
}

/** So many seconds of nothing, 8 bits 8 000 times a second. */
function silence(seconds: number): Uint8Array {
  const samples = seconds * RATE;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples, 40);
  return Buffer.concat([head, Buffer.alloc(samples, 128)]);
}
