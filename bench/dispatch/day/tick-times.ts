import { performance } from 'node:perf_hooks';

/** How long decisions took, one entry a tick, milliseconds: by the clock, and of this thread's CPU. */
export interface TickTimes {
  wallMs: number[];
  cpuMs: number[];
}

/** Runs `work` and adds how long it took to `ticks`. */
export function timed<T>(ticks: TickTimes, work: () => T): T {
  const cpu = process.threadCpuUsage();
  const start = performance.now();
  const result = work();
  ticks.wallMs.push(performance.now() - start);
  const used = process.threadCpuUsage(cpu);
  ticks.cpuMs.push((used.user + used.system) / 1000);
  return result;
}
