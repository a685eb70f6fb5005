import { setTimeout as sleep } from 'node:timers/promises';
import type { Crowd } from './crowd.ts';
import { Deliveries } from './deliveries.ts';
import type { BenchOptions } from './options.ts';

export interface Measurement {
  p50: number;
  p99: number;
  lost: number;
  delivered: number;
  /** Server CPU per delivered message, in microseconds. */
  cpuMicros: number;
}

const warmUpMs = 4_000;
const stepMs = 10;
const settleMs = 10_000;

/** A position as riders send it; `n` tells the messages of one measurement apart. */
export function position(n: number): string {
  return `{"rider_id":"5f1f7f3e-7f0a-4a8e-9d0a-0000000000ff","lng":121.4737${n % 10},"lat":31.2304,"speed":6.4,"n":${n}}`;
}

/** Warms up, then sends `rate` messages a second for `seconds`, one channel after the other. */
export async function measure(
  options: BenchOptions,
  crowd: Crowd,
  cpu: () => Promise<number>,
  send: (channel: number, payload: string) => void,
): Promise<Measurement> {
  await drive(options, crowd, warmUpMs, send);
  const before = await cpu();
  const deliveries = await drive(options, crowd, options.seconds * 1_000, send);
  const used = (await cpu()) - before;
  return {
    p50: deliveries.percentile(0.5),
    p99: deliveries.percentile(0.99),
    lost: deliveries.lost,
    delivered: deliveries.received,
    cpuMicros: used / deliveries.received,
  };
}

async function drive(
  { sockets, channels, rate }: BenchOptions,
  crowd: Crowd,
  lengthMs: number,
  send: (channel: number, payload: string) => void,
): Promise<Deliveries> {
  const deliveries = new Deliveries(Math.floor(sockets / channels));
  crowd.deliveries = deliveries;
  const startedAt = performance.now();
  for (let sent = 0; ;) {
    const elapsed = performance.now() - startedAt;
    if (elapsed >= lengthMs) break;
    for (const due = (elapsed / 1_000) * rate; sent < due; sent += 1) {
      send(sent % channels, position(deliveries.send()));
    }
    await sleep(stepMs);
  }
  await deliveries.settle(settleMs);
  return deliveries;
}
