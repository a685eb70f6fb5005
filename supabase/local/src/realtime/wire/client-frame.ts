import { parseLossless } from './lossless-json.ts';

/** Which serializer a socket speaks: `vsn=1.0.0` or `vsn=2.0.0`. */
export type WireVersion = 1 | 2;

/** A broadcast that came as a binary push; the payload is never decoded on its way through. */
export interface BroadcastPush {
  event: string;
  encoding: 'json' | 'binary';
  payload: Buffer;
  metadata: string;
}

export interface ClientMessage {
  joinRef: string | null;
  ref: string | null;
  topic: string;
  event: string;
  payload: unknown;
  push?: BroadcastPush;
}

const userBroadcastPush = 3;
const phoenixPush = 0;

/** Reads one frame from a client; null when it is malformed and must be dropped. */
export function decodeClientFrame(
  data: Buffer,
  isBinary: boolean,
  version: WireVersion,
): ClientMessage | null {
  try {
    if (isBinary) return version === 2 ? decodeBinary(data) : null;
    return version === 2 ? decodeArray(data) : decodeObject(data);
  } catch {
    return null;
  }
}

function decodeArray(data: Buffer): ClientMessage | null {
  const parsed = parseLossless(data.toString('utf8'));
  if (!Array.isArray(parsed) || parsed.length !== 5) return null;
  const [joinRef, ref, topic, event, payload] = parsed as unknown[];
  return message(joinRef, ref, topic, event, payload);
}

function decodeObject(data: Buffer): ClientMessage | null {
  const parsed = parseLossless(data.toString('utf8'));
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
  const { join_ref, ref, topic, event, payload } = parsed as Record<string, unknown>;
  return message(join_ref, ref, topic, event, payload);
}

function message(
  joinRef: unknown,
  ref: unknown,
  topic: unknown,
  event: unknown,
  payload: unknown,
): ClientMessage | null {
  if (typeof topic !== 'string' || typeof event !== 'string') return null;
  return { joinRef: reference(joinRef), ref: reference(ref), topic, event, payload };
}

function reference(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function decodeBinary(data: Buffer): ClientMessage | null {
  const kind = data[0];
  if (kind === userBroadcastPush) {
    const fields = cut(data, 7, [data[1], data[2], data[3], data[4], data[5]]);
    const encoding = data[6];
    if (!fields || (encoding !== 0 && encoding !== 1)) return null;
    const [joinRef = '', ref = '', topic = '', event = '', metadata = ''] = fields.texts;
    return {
      joinRef: joinRef || null,
      ref: ref || null,
      topic,
      event: 'broadcast',
      payload: null,
      push: { event, encoding: encoding === 1 ? 'json' : 'binary', payload: fields.rest, metadata },
    };
  }
  if (kind === phoenixPush) {
    const fields = cut(data, 5, [data[1], data[2], data[3], data[4]]);
    if (!fields) return null;
    const [joinRef = '', ref = '', topic = '', event = ''] = fields.texts;
    return { joinRef: joinRef || null, ref: ref || null, topic, event, payload: fields.rest };
  }
  return null;
}

function cut(data: Buffer, from: number, lengths: (number | undefined)[]) {
  const texts: string[] = [];
  let offset = from;
  for (const length of lengths) {
    if (length === undefined || offset + length > data.length) return null;
    texts.push(data.toString('utf8', offset, offset + length));
    offset += length;
  }
  return { texts, rest: data.subarray(offset) };
}
