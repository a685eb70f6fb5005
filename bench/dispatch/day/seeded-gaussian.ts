import { createHash } from 'node:crypto';

/** A standard normal that depends on the text alone (Box–Muller on two hash words). */
export function seededGaussian(text: string): number {
  const digest = createHash('sha256').update(text).digest();
  const first = (digest.readUInt32LE(0) + 1) / 4294967297;
  const second = digest.readUInt32LE(4) / 4294967296;
  return Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second);
}
