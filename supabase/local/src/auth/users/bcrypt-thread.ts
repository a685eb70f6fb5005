import { parentPort } from 'node:worker_threads';
import bcrypt from 'bcryptjs';

/** One piece of work for the thread: hash a password, or compare it with a hash. */
export interface BcryptTask {
  id: number;
  password: string;
  /** Compare with this hash; hash anew when it is absent. */
  hash?: string;
  cost: number;
}

export interface BcryptResult {
  id: number;
  value: string | boolean;
}

parentPort?.on('message', ({ id, password, hash, cost }: BcryptTask) => {
  const value = hash === undefined ? bcrypt.hashSync(password, cost) : bcrypt.compareSync(password, hash);
  const result: BcryptResult = { id, value };
  parentPort?.postMessage(result);
});
