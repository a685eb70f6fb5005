import { createHash } from 'node:crypto';

/** A stable positive integer for a requested binding; the same request has the same id everywhere. */
export function requestId(request: Record<string, unknown>): number {
  const sorted = Object.fromEntries(Object.entries(request).sort(([a], [b]) => (a < b ? -1 : 1)));
  const digest = createHash('sha256').update(JSON.stringify(sorted)).digest();
  return (digest.readUInt32BE(0) % 134_217_727) + 1;
}
