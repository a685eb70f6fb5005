import type { Broadcast } from '../wire/broadcast-frame.ts';

export interface StoredBroadcast {
  id: string;
  /** Topic without `realtime:`. */
  topic: string;
  isPrivate: boolean;
  message: Broadcast;
}

/** Turns a row of realtime.messages (every value as PostgreSQL text) into a message; null when it is none. */
export function readStoredBroadcast(row: Record<string, unknown>): StoredBroadcast | null {
  const { id, topic, event, payload, binary_payload: bytes, private: isPrivate } = row;
  if (typeof id !== 'string' || typeof topic !== 'string' || typeof event !== 'string') return null;
  if (typeof isPrivate !== 'string') return null;
  const content = readContent(payload, bytes);
  if (!content) return null;
  const message = { topic: `realtime:${topic}`, event, meta: JSON.stringify({ id }), ...content };
  return { id, topic, isPrivate: isPrivate === 't', message };
}

function readContent(payload: unknown, bytes: unknown): Pick<Broadcast, 'encoding' | 'payload'> | null {
  if (typeof payload === 'string') return { encoding: 'json', payload: Buffer.from(payload) };
  if (typeof bytes === 'string' && bytes.startsWith('\\x')) {
    return { encoding: 'binary', payload: Buffer.from(bytes.slice(2), 'hex') };
  }
  return null;
}
