import { spawn, type ChildProcess } from 'node:child_process';

export interface SuperviseOptions {
  name: string;
  /** Module that tells `{ready: …}` over IPC, and stops on SIGTERM or when its parent is gone. */
  entry: string;
  env: Record<string, string>;
  log(line: string): void;
  readyTimeoutMs: number;
}

export interface Supervised<Ready> {
  /** What the child told when it became ready first. */
  ready: Ready;
  pid(): number | undefined;
  stop(): Promise<void>;
}

const stopTimeoutMs = 20_000;
const maxPauseMs = 10_000;

/**
 * Runs a child of ours and starts it again whenever it dies, with a growing pause.
 * Rejects with the child's last lines when it does not become ready the first time.
 */
export async function supervise<Ready>(options: SuperviseOptions): Promise<Supervised<Ready>> {
  let child: ChildProcess | undefined;
  let isStopping = false;
  let pauseMs = 300;
  let tail = '';

  function launch(): Promise<Ready> {
    const started = spawn(process.execPath, [options.entry], {
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Its own group: a Ctrl-C reaches the launcher, which stops its children in order.
      detached: true,
    });
    child = started;
    for (const stream of [started.stdout, started.stderr]) {
      stream?.on('data', (chunk: Buffer) => (tail = (tail + chunk.toString()).slice(-2000)));
    }
    const ready = new Promise<Ready>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('not ready in time')), options.readyTimeoutMs);
      started.on('message', (message: { ready?: Ready }) => {
        if (message.ready === undefined) return;
        clearTimeout(timer);
        pauseMs = 300;
        resolve(message.ready);
      });
      started.once('exit', () => {
        clearTimeout(timer);
        reject(new Error(tail.trim() || 'ended at once'));
      });
    });
    started.once('exit', (code, signal) => {
      if (child === started) child = undefined;
      if (isStopping) return;
      options.log(`${options.name} ended (${signal ?? code}); starting it again`);
      setTimeout(() => {
        if (!isStopping) launch().catch((error: Error) => options.log(`${options.name}: ${error.message}`));
      }, pauseMs);
      pauseMs = Math.min(pauseMs * 2, maxPauseMs);
    });
    return ready;
  }

  async function stop(): Promise<void> {
    isStopping = true;
    const running = child;
    if (!running) return;
    const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
    running.kill('SIGTERM');
    const timer = setTimeout(() => running.kill('SIGKILL'), stopTimeoutMs);
    await ended;
    clearTimeout(timer);
  }

  try {
    const ready = await launch();
    return { ready, pid: () => child?.pid, stop };
  } catch (error) {
    isStopping = true;
    child?.kill('SIGKILL');
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${options.name} did not start: ${reason}`, { cause: error });
  }
}
