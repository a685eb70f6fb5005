import { randomBytes } from 'node:crypto';

/** An id as Stripe makes them, e.g. `pi_3f…`. */
export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}
