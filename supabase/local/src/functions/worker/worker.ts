import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FunctionConfig } from '../function-config.ts';
import type { FunctionLog } from './function-log.ts';

const PROBE_MS = 5;
const DRAIN_MS = 5_000;
const STOP_MS = 12_000;

export interface WorkerOptions {
  deno: string;
  preload: string;
  /** Folder of the repository's `node_modules`, which imports resolve from. */
  modules: string;
  socketFolder: string;
  env(socketPath: string): Record<string, string>;
  log: FunctionLog;
  bootMs: number;
}

/** One Deno process that serves one function on a socket of its own. */
export class Worker {
  readonly config: FunctionConfig;
  readonly socketPath: string;
  readonly agent = new Agent({ keepAlive: true, maxSockets: 256 });
  /** Resolves when the function serves; rejects when it ended or stayed silent. */
  readonly ready: Promise<void>;
  readonly exited: Promise<void>;
  hasExited = false;
  /** False from the moment on that it is being ended. */
  isUsable = true;
  isReady = false;
  inFlight = 0;
  lastUsedAt = Date.now();
  readonly #process: ChildProcess;

  constructor(config: FunctionConfig, options: WorkerOptions) {
    this.config = config;
    this.socketPath = join(options.socketFolder, `${randomBytes(6).toString('hex')}.sock`);
    this.#process = spawn(options.deno, denoArguments(config, options), {
      cwd: config.root,
      env: options.env(this.socketPath),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#process.stdin?.on('error', () => undefined);
    this.#process.stdout?.on('data', (chunk: Buffer) => options.log.write(chunk.toString()));
    this.#process.stderr?.on('data', (chunk: Buffer) => options.log.write(chunk.toString()));
    this.exited = new Promise((resolve) => {
      const end = (what: string): void => {
        if (this.hasExited) return;
        this.hasExited = true;
        this.isUsable = false;
        options.log.write(`[supervisor] worker ended: ${what}`);
        this.agent.destroy();
        rmSync(this.socketPath, { force: true });
        resolve();
      };
      this.#process.once('error', (error) => end(error.message));
      this.#process.once('exit', (code, signal) => end(signal ?? `exit code ${code}`));
    });
    this.ready = this.#waitForSocket(options.bootMs);
    this.ready.catch(() => undefined);
  }

  /** Ends the worker after its requests and background tasks, which have a few seconds for it. */
  async stop(): Promise<void> {
    this.isUsable = false;
    const drainUntil = Date.now() + DRAIN_MS;
    while (this.inFlight > 0 && !this.hasExited && Date.now() < drainUntil) await pause(20);
    this.#process.kill('SIGTERM');
    const timer = setTimeout(() => this.kill(), STOP_MS);
    await this.exited;
    clearTimeout(timer);
  }

  /** Ends the worker at once. */
  kill(): void {
    this.isUsable = false;
    this.#process.kill('SIGKILL');
  }

  async #waitForSocket(bootMs: number): Promise<void> {
    const until = Date.now() + bootMs;
    // The file is there a moment before somebody listens.
    while (!existsSync(this.socketPath) || !(await takesConnections(this.socketPath))) {
      if (this.hasExited)
        throw new Error(`functions.boot_failed: ${this.config.name} ended before it served`);
      if (Date.now() > until) {
        this.kill();
        throw new Error(`functions.boot_failed: ${this.config.name} did not serve within ${bootMs} ms`);
      }
      await pause(PROBE_MS);
    }
    this.isReady = true;
    this.lastUsedAt = Date.now();
  }
}

function takesConnections(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const end = (isOpen: boolean): void => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

function denoArguments(config: FunctionConfig, options: WorkerOptions): string[] {
  const readable = [config.root, options.modules, options.preload, options.socketFolder];
  return [
    'run',
    '--node-modules-dir=manual',
    '--cached-only',
    '--no-prompt',
    '--no-lock',
    '--allow-net',
    '--allow-env',
    `--allow-read=${readable.join(',')}`,
    `--allow-write=${options.socketFolder}`,
    '--v8-flags=--max-old-space-size=256',
    '--preload',
    options.preload,
    config.entrypoint,
  ];
}
