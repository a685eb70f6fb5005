import { Worker } from 'node:worker_threads';
import { AuthFailure } from '../failure.ts';
import type { BcryptResult, BcryptTask } from './bcrypt-thread.ts';

const COST = 10;
const MAX_WAITING = 200;

interface Waiting {
  resolve(value: string | boolean): void;
  reject(error: Error): void;
}

let thread: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/** Hashes a password with bcrypt in a thread of its own, so that sockets and requests go on meanwhile. */
export async function bcryptHash(password: string): Promise<string> {
  return String(await run({ password }));
}

/** Compares a password with a bcrypt hash; a malformed hash matches nothing. */
export async function bcryptCompare(password: string, hash: string): Promise<boolean> {
  return (await run({ password, hash })) === true;
}

function run(task: Pick<BcryptTask, 'password' | 'hash'>): Promise<string | boolean> {
  if (waiting.size >= MAX_WAITING) {
    throw new AuthFailure(429, 'over_request_rate_limit', 'Too many passwords are being checked, try again');
  }
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    thread ??= start();
    thread.postMessage({ ...task, id, cost: COST } satisfies BcryptTask);
  });
}

function start(): Worker {
  const started = new Worker(new URL('./bcrypt-thread.ts', import.meta.url));
  started.on('message', ({ id, value }: BcryptResult) => {
    waiting.get(id)?.resolve(value);
    waiting.delete(id);
  });
  const end = (error: Error): void => {
    if (thread === started) thread = undefined;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  started.on('error', end);
  started.on('exit', () => end(new Error('the thread that checks passwords ended')));
  // Listening holds the process; a thread without work must not.
  started.unref();
  return started;
}
