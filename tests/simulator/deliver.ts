import type { ServerResponse } from 'node:http';
import type { Clock } from './clock.ts';
import type { Fault } from './faults.ts';
import { phpContentType, type SimResponse } from './route.ts';

const maintenancePage =
  '<!DOCTYPE html>\n<html><head><title>Maintenance</title></head><body><h1>We will be back soon</h1></body></html>\n';
const oversizedBytes = 50_000_000;

/** The answer a fault puts in place of the right one, where it does so before anything is sent. */
export function applyFault(response: SimResponse, fault: Fault | null): SimResponse {
  switch (fault?.kind) {
    case 'httpStatus':
      return { status: fault.status, body: '' };
    case 'html':
      return { body: maintenancePage };
    case 'redirect':
      return { status: 302, headers: { Location: fault.to }, body: '' };
    case 'translated':
      return { ...response, body: textOf(response).replace(/^[A-Z]+(?=: )/, fault.word) };
    case 'oversized':
      return { ...response, body: textOf(response).padEnd(fault.bytes ?? oversizedBytes, 'x') };
    default:
      return response;
  }
}

/** Writes the answer to the socket, in the way the fault asks for. */
export async function deliver(
  out: ServerResponse,
  response: SimResponse,
  options: { readonly fault: Fault | null; readonly clock: Clock; readonly withBody: boolean },
): Promise<void> {
  const { fault, clock } = options;
  if (fault?.kind === 'delayAfter') await pause(clock, fault.ms);
  if (fault?.kind === 'dropConnection') return void out.destroy();
  if (fault?.kind === 'neverAnswer') return;
  const body = Buffer.from(response.body);
  out.writeHead(response.status ?? 200, {
    'Content-Type': response.contentType ?? phpContentType,
    'Content-Length': body.length,
    'Cache-Control': 'no-cache, must-revalidate',
    Pragma: 'no-cache',
    ...response.headers,
  });
  if (!options.withBody) out.end();
  else if (fault?.kind === 'slowBytes') await sendSlowly(out, body, fault.gapMs, clock);
  else out.end(body);
}

export function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => clock.after(ms, resolve));
}

async function sendSlowly(out: ServerResponse, body: Buffer, gapMs: number, clock: Clock): Promise<void> {
  for (const byte of body) {
    if (out.destroyed) return;
    out.write(Buffer.of(byte));
    await pause(clock, gapMs);
  }
  out.end();
}

function textOf(response: SimResponse): string {
  return Buffer.from(response.body).toString('utf8');
}
