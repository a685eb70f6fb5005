import { SharedFrame, textFrame, type Frame } from './server-frame.ts';

/** One message to the members of a topic. `meta` is JSON text, the payload JSON text or raw bytes. */
export interface Broadcast {
  /** Topic on the wire, with `realtime:` in front. */
  topic: string;
  event: string;
  encoding: 'json' | 'binary';
  payload: Buffer;
  meta?: string;
}

const userBroadcast = 4;
const longestField = 255;

/** The frame of a broadcast: binary kind 4 for v2, JSON for v1; raw bytes do not exist in v1. */
export function broadcastFrame(message: Broadcast): SharedFrame {
  return new SharedFrame((version) => {
    if (version === 2) return binaryFrame(message) ?? jsonFrame(message, 2);
    return jsonFrame(message, 1);
  });
}

function jsonFrame(message: Broadcast, version: 1 | 2): Frame | null {
  if (message.encoding === 'binary') return null;
  const meta = message.meta === undefined ? '' : `,"meta":${message.meta}`;
  const body = `{"event":${JSON.stringify(message.event)},"payload":${message.payload.toString('utf8')},"type":"broadcast"${meta}}`;
  return textFrame(version, null, null, message.topic, 'broadcast', body);
}

function binaryFrame(message: Broadcast): Frame | null {
  const topic = Buffer.from(message.topic);
  const event = Buffer.from(message.event);
  const meta = Buffer.from(message.meta ?? '');
  if (topic.length > longestField || event.length > longestField || meta.length > longestField) return null;
  const encoding = message.encoding === 'json' ? 1 : 0;
  const head = Buffer.from([userBroadcast, topic.length, event.length, meta.length, encoding]);
  return { data: Buffer.concat([head, topic, event, meta, message.payload]), binary: true };
}
