import { parseLossless } from './wire/lossless-json.ts';

export interface BatchMessage {
  /** Topic without `realtime:`. */
  topic: string;
  event: string;
  isPrivate: boolean;
  encoding: 'json' | 'binary';
  payload: Buffer;
}

type FieldErrors = Record<string, string[]>;

/** The messages of a batch, or what is wrong with each of them. */
export type Batch = { messages: BatchMessage[] } | { errors: { messages: string[] | FieldErrors[] } };

const blank = "can't be blank";
const invalid = 'is invalid';

/** Reads `{messages: [{topic, event, payload, private?}]}`. */
export function readBatch(body: string, maxPayloadBytes: number): Batch {
  let parsed: unknown;
  try {
    parsed = parseLossless(body);
  } catch {
    return { errors: { messages: [invalid] } };
  }
  const list = (parsed as { messages?: unknown } | null)?.messages;
  if (list === undefined || list === null) return { errors: { messages: [blank] } };
  if (!Array.isArray(list)) return { errors: { messages: [invalid] } };
  const read = list.map((entry) => readMessage(entry, maxPayloadBytes));
  const errors = read.map(({ errors }) => errors);
  if (errors.some((fields) => Object.keys(fields).length > 0)) return { errors: { messages: errors } };
  return { messages: read.map(({ message }) => message) };
}

function readMessage(
  entry: unknown,
  maxPayloadBytes: number,
): { message: BatchMessage; errors: FieldErrors } {
  const { topic, event, payload, private: isPrivate } = (entry ?? {}) as Record<string, unknown>;
  const errors: FieldErrors = {};
  requireText(errors, 'topic', topic);
  requireText(errors, 'event', event);
  const encoded = Buffer.from(JSON.stringify(payload ?? null));
  if (payload === undefined || payload === null) errors.payload = [blank];
  else if (typeof payload !== 'object' || Array.isArray(payload)) errors.payload = [invalid];
  else if (encoded.length > maxPayloadBytes) errors.payload = ['Payload size exceeds tenant limit'];
  const message: BatchMessage = {
    topic: String(topic),
    event: String(event),
    isPrivate: isPrivate === true || isPrivate === 'true',
    encoding: 'json',
    payload: encoded,
  };
  return { message, errors };
}

function requireText(errors: FieldErrors, field: string, value: unknown): void {
  if (value === undefined || value === null || value === '') errors[field] = [blank];
  else if (typeof value !== 'string') errors[field] = [invalid];
}
