import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

/** A host that a request may go to, with the address that was checked: connect to this one and no other. */
export interface Target {
  url: URL;
  address: string;
  family: 4 | 6;
}

const LOCAL = new BlockList();
LOCAL.addSubnet('127.0.0.0', 8);
LOCAL.addSubnet('0.0.0.0', 8);
LOCAL.addAddress('::1', 'ipv6');
LOCAL.addAddress('::', 'ipv6');

const NEVER = new BlockList();
NEVER.addSubnet('169.254.0.0', 16);
NEVER.addSubnet('fe80::', 10, 'ipv6');

/**
 * Checks where a request of SQL wants to go. Refused: anything but http(s), this machine's `closedPorts` (database,
 * admin services) under whatever name or address, and link-local addresses (cloud metadata). Throws with the reason.
 */
export async function allowedTarget(text: string, closedPorts: ReadonlySet<number>): Promise<Target> {
  if (!URL.canParse(text)) throw new Error('URL using bad/illegal format or missing URL');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error('Unsupported protocol');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const { address, family } = await lookup(host).catch(() => {
    throw new Error(`Couldn't resolve host name: ${host}`);
  });
  const plain = withoutMapping(address);
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  const type = isIP(plain) === 6 ? 'ipv6' : 'ipv4';
  if (NEVER.check(plain, type)) throw new Error('Target address is not allowed');
  if (closedPorts.has(port) && (LOCAL.check(plain, type) || isOwnAddress(plain))) {
    throw new Error('Target port is not allowed');
  }
  return { url, address, family: family === 6 ? 6 : 4 };
}

/** `::ffff:127.0.0.1` and `::ffff:7f00:1` → `127.0.0.1`. */
function withoutMapping(address: string): string {
  const dotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (dotted) return dotted;
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address) ?? [];
  if (high === undefined || low === undefined) return address;
  const [h, l] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [h >> 8, h & 255, l >> 8, l & 255].join('.');
}

function isOwnAddress(address: string): boolean {
  return Object.values(networkInterfaces()).some((list) => list?.some((entry) => entry.address === address));
}
