import { WebSocket } from 'ws';
import type { Deliveries } from './deliveries.ts';

/** Open sockets, spread evenly over channels. `deliveries` can be exchanged between measurements. */
export interface Crowd {
  deliveries: Deliveries | null;
  /** The member of a channel that sends for it. */
  speaker(channel: number): WebSocket;
  close(): void;
}

export interface CrowdOptions {
  sockets: number;
  channels: number;
  url(channel: number): string;
  /** Called on each open socket; resolves when it takes part. */
  enter(socket: WebSocket, channel: number): Promise<void>;
}

const atOnce = 50;
const mark = Buffer.from('"n":');

/** Opens all sockets, some at a time. Every message that holds `"n":<number>` counts as that number's delivery. */
export async function openCrowd({ sockets, channels, url, enter }: CrowdOptions): Promise<Crowd> {
  const members: WebSocket[] = [];
  const crowd: Crowd = {
    deliveries: null,
    speaker(channel) {
      const member = members[channel];
      if (!member) throw new Error(`channel ${channel} is empty`);
      return member;
    },
    close: () => members.forEach((member) => member.terminate()),
  };
  const open = async (index: number) => {
    const channel = index % channels;
    const socket = new WebSocket(url(channel), { perMessageDeflate: false, handshakeTimeout: 20_000 });
    members[index] = socket;
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    await enter(socket, channel);
    socket.on('message', (data) => {
      const sequence = readSequence(data as Buffer);
      if (sequence !== null) crowd.deliveries?.receive(sequence);
    });
  };
  for (let first = 0; first < sockets; first += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, sockets - first) }, (_, offset) =>
      open(first + offset),
    );
    await Promise.all(batch);
  }
  return crowd;
}

function readSequence(data: Buffer): number | null {
  const at = data.indexOf(mark);
  return at < 0
    ? null
    : Number.parseInt(data.toString('latin1', at + mark.length, at + mark.length + 12), 10);
}
