/** Where a host name points: this machine, a private network, or anywhere. */
export type HostKind = 'loopback' | 'private' | 'public';

/**
 * Kind of a host by its name alone, as `URL.hostname` writes it (IPv4 normalised, IPv6 in brackets). Nothing is
 * resolved: a public name that points at a private address counts as public. Never fails; what it does not know is public.
 */
export function hostKind(hostname: string): HostKind {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (host.startsWith('[')) return ipv6Kind(host.slice(1, -1));
  const octets = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(host);
  if (octets) return ipv4Kind(Number(octets[1]), Number(octets[2]));
  if (host === 'localhost' || host.endsWith('.localhost')) return 'loopback';
  if (host === '') return 'public';
  return host.endsWith('.local') || !host.includes('.') ? 'private' : 'public';
}

function ipv4Kind(first: number, second: number): HostKind {
  if (first === 127) return 'loopback';
  const isPrivate =
    first === 10 ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254);
  return isPrivate ? 'private' : 'public';
}

function ipv6Kind(address: string): HostKind {
  if (address === '::1') return 'loopback';
  // An IPv4-mapped address is written with its IPv4 part as two groups of hexadecimal digits.
  const mapped = /^::ffff:([\da-f]{1,4}):[\da-f]{1,4}$/.exec(address);
  if (mapped) {
    const group = Number.parseInt(mapped[1] ?? '', 16);
    return ipv4Kind(group >> 8, group & 0xff);
  }
  const group = Number.parseInt(address, 16);
  // fc00::/7 (unique local) and fe80::/10 (link local).
  return (group & 0xfe00) === 0xfc00 || (group & 0xffc0) === 0xfe80 ? 'private' : 'public';
}
