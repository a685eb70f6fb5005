import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own, which can tell how much CPU it has used. */
export interface ServerProcess<Facts> {
  facts: Facts;
  /** User and system time since its start, in microseconds. */
  cpuMicros(): Promise<number>;
  stop(): Promise<void>;
}

interface Report {
  ready?: unknown;
  cpu?: number;
}

const startTimeoutMs = 120_000;
const stopTimeoutMs = 30_000;

/** Starts a script of this folder; it must call `serveParent`. */
export async function startServerProcess<Facts>(
  script: string,
  args: string[] = [],
): Promise<ServerProcess<Facts>> {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const { ready } = await report(child, (message) => message.ready !== undefined, startTimeoutMs);
  return {
    facts: ready as Facts,
    async cpuMicros() {
      child.send('cpu');
      return (await report(child, (message) => message.cpu !== undefined, 10_000)).cpu ?? 0;
    },
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.send('stop');
      const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
      await gone;
      clearTimeout(timer);
    },
  };
}

/** The child's side: tells the facts, then answers `cpu` and `stop`. */
export function serveParent(facts: unknown, stop: () => Promise<void>): void {
  process.on('message', (message) => {
    if (message === 'cpu') {
      const { user, system } = process.cpuUsage();
      process.send?.({ cpu: user + system });
    } else if (message === 'stop') {
      void stop().finally(() => process.exit(0));
    }
  });
  process.on('disconnect', () => void stop().finally(() => process.exit(1)));
  process.send?.({ ready: facts });
}

function report(child: ChildProcess, fits: (message: Report) => boolean, timeoutMs: number): Promise<Report> {
  return new Promise((resolve, reject) => {
    const end = (error: Error | null, message: Report = {}) => {
      clearTimeout(timer);
      child.off('message', listen);
      child.off('exit', exited);
      if (error) reject(error);
      else resolve(message);
    };
    const listen = (message: unknown) => {
      if (fits(message as Report)) end(null, message as Report);
    };
    const exited = () => end(new Error('the server process ended'));
    const timer = setTimeout(
      () => end(new Error(`the server process said nothing for ${timeoutMs} ms`)),
      timeoutMs,
    );
    child.on('message', listen);
    child.on('exit', exited);
  });
}
