// Where the browser forbids such connections, asking again every second would only cost time.
const RETRY_MS = 30_000;

export interface KeepAwake {
  /** Makes the connection where there is none; called at each poll, so that one that broke is made anew. */
  ensure(): void;
}

interface Pair {
  readonly near: RTCPeerConnection;
  readonly far: RTCPeerConnection;
  readonly channel: RTCDataChannel;
}

/**
 * Keeps a hidden page at one tick in two seconds: an open data channel exempts a page from the browser's throttling to one
 * wake-up a minute (measured, agent-screen.md 8). Both ends are in this page; nothing leaves the machine, and no server,
 * permission or click is needed.
 */
export function createKeepAwake(signal: AbortSignal, now: () => number): KeepAwake {
  let pair: Pair | null = null;
  let triedAt = Number.NEGATIVE_INFINITY;

  const end = () => {
    pair?.near.close();
    pair?.far.close();
    pair = null;
  };
  signal.addEventListener('abort', end, { once: true });

  return {
    ensure() {
      // Some administrators take WebRTC away altogether.
      if (signal.aborted || typeof RTCPeerConnection === 'undefined') return;
      if (pair && isUsable(pair)) return;
      if (now() - triedAt < RETRY_MS) return;
      triedAt = now();
      end();
      const made = createPair();
      pair = made;
      connect(made).catch(() => {
        if (pair === made) end();
      });
    },
  };
}

function createPair(): Pair {
  const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
  return { near, far, channel: near.createDataChannel('dialside') };
}

function isUsable({ near, channel }: Pair): boolean {
  const isBroken = near.connectionState === 'failed' || near.connectionState === 'closed';
  return !isBroken && (channel.readyState === 'open' || channel.readyState === 'connecting');
}

async function connect({ near, far }: Pair): Promise<void> {
  exchangeCandidates(near, far);
  exchangeCandidates(far, near);
  await near.setLocalDescription();
  if (near.localDescription) await far.setRemoteDescription(near.localDescription);
  await far.setLocalDescription();
  if (far.localDescription) await near.setRemoteDescription(far.localDescription);
}

function exchangeCandidates(from: RTCPeerConnection, to: RTCPeerConnection): void {
  from.addEventListener('icecandidate', ({ candidate }) => {
    // The other end may be closed already.
    if (candidate) void to.addIceCandidate(candidate).catch(() => undefined);
  });
}
