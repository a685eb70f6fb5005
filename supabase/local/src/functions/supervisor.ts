import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionConfig } from './function-config.ts';
import { makeSocketFolder } from './socket-folder.ts';
import { FunctionLog } from './worker/function-log.ts';
import { Worker, type WorkerOptions } from './worker/worker.ts';

const BOOT_PAUSE_MS = 1_000;
const SWEEP_MS = 5_000;

export interface SupervisorOptions extends Pick<
  WorkerOptions,
  'deno' | 'preload' | 'modules' | 'env' | 'bootMs'
> {
  logFolder: string;
  /** A worker without requests for so long is stopped. */
  idleMs: number;
}

/** Starts a function's worker when it is first asked for, stops it when nobody asks any more, or when its code changed. */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #workers = new Map<string, Worker>();
  readonly #logs = new Map<string, FunctionLog>();
  /** When a function that could not start may be tried again. */
  readonly #bootAfter = new Map<string, number>();
  readonly #leaving = new Set<Promise<void>>();
  readonly #socketFolder: string;
  readonly #timer: NodeJS.Timeout;
  #isStopped = false;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#socketFolder = makeSocketFolder();
    mkdirSync(options.logFolder, { recursive: true });
    this.#timer = setInterval(() => this.#stopIdle(), Math.min(SWEEP_MS, options.idleMs));
    this.#timer.unref();
  }

  /** A worker that serves. @throws Error `functions.boot_failed`, for a second without trying again */
  async worker(config: FunctionConfig): Promise<Worker> {
    if (this.#isStopped) throw new Error('functions.boot_failed: the platform stops');
    const running = this.#workers.get(config.name);
    if (running?.isUsable === true) {
      await running.ready;
      return running;
    }
    if ((this.#bootAfter.get(config.name) ?? 0) > Date.now())
      throw new Error(`functions.boot_failed: ${config.name}`);
    const worker = new Worker(config, {
      ...this.#options,
      socketFolder: this.#socketFolder,
      log: this.log(config.name),
    });
    this.#workers.set(config.name, worker);
    void worker.exited.then(() => this.#forget(worker));
    try {
      await worker.ready;
      return worker;
    } catch (error) {
      this.#forget(worker);
      this.#bootAfter.set(config.name, Date.now() + BOOT_PAUSE_MS);
      this.log(config.name).write(`[supervisor] ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    }
  }

  /** Starts these workers one after the other; one that does not start says so in its log only. */
  async warm(configs: Iterable<FunctionConfig>): Promise<void> {
    for (const config of configs) {
      if (this.#isStopped) return;
      await this.worker(config).catch(() => undefined);
    }
  }

  /** Lets running requests end on the old code; the next request starts the new. */
  restart(name: string): void {
    this.#bootAfter.delete(name);
    const worker = this.#workers.get(name);
    if (worker === undefined) return;
    this.#workers.delete(name);
    const leaving = worker.stop();
    this.#leaving.add(leaving);
    void leaving.finally(() => this.#leaving.delete(leaving));
  }

  log(name: string): FunctionLog {
    const log = this.#logs.get(name) ?? new FunctionLog(join(this.#options.logFolder, `${name}.log`));
    this.#logs.set(name, log);
    return log;
  }

  /** Names of the functions that have a worker now. */
  running(): string[] {
    return [...this.#workers.keys()];
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    for (const name of this.running()) this.restart(name);
    await Promise.all(this.#leaving);
    await Promise.all([...this.#logs.values()].map((log) => log.close()));
    rmSync(this.#socketFolder, { recursive: true, force: true });
  }

  #stopIdle(): void {
    const before = Date.now() - this.#options.idleMs;
    for (const [name, worker] of this.#workers) {
      if (worker.isReady && worker.inFlight === 0 && worker.lastUsedAt < before) this.restart(name);
    }
  }

  #forget(worker: Worker): void {
    if (this.#workers.get(worker.config.name) === worker) this.#workers.delete(worker.config.name);
  }
}
