import { WebSocket, type RawData } from 'ws';
import { Inbox, within, type Target } from './clients.ts';

export interface RawFrame {
  joinRef: string | null;
  ref: string | null;
  topic: string;
  event: string;
  payload: Record<string, unknown>;
  /** The frame as it came. */
  raw: string | Buffer;
}

/** A WebSocket without a client library: what is on the wire is what the test sees. */
export class RawSocket {
  readonly frames = new Inbox<RawFrame>();
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly version: 1 | 2;
  #socket: WebSocket;

  constructor(socket: WebSocket, version: 1 | 2) {
    this.#socket = socket;
    this.version = version;
    socket.on('message', (data, isBinary) => this.frames.push(read(data, isBinary, version)));
    this.closed = new Promise((resolve) => {
      socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
  }

  /** Connects; rejects with the HTTP answer as `<status> <body>` when the server refuses. */
  static connect(
    target: Target,
    version: 1 | 2,
    query?: Record<string, string>,
    headers = {},
  ): Promise<RawSocket> {
    const url = new URL(`${target.url.replace('http', 'ws')}/realtime/v1/websocket`);
    const asked = query ?? { apikey: target.keys.publishableKey };
    if (version === 2) url.searchParams.set('vsn', '2.0.0');
    for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
    const socket = new WebSocket(url, { headers, handshakeTimeout: 5_000 });
    return within(
      10_000,
      'handshake',
      new Promise((resolve, reject) => {
        const raw = new RawSocket(socket, version);
        socket.on('open', () => resolve(raw));
        socket.on('error', reject);
        socket.on('unexpected-response', (_request, response) => {
          let body = '';
          response.on('data', (chunk: Buffer) => (body += chunk.toString()));
          response.on('end', () => reject(new Error(`${response.statusCode} ${body}`)));
        });
      }),
    );
  }

  send(joinRef: string | null, ref: string | null, topic: string, event: string, payload: unknown): void {
    this.sendText(
      this.version === 2
        ? JSON.stringify([joinRef, ref, topic, event, payload])
        : JSON.stringify({ topic, event, payload, ref, join_ref: joinRef }),
    );
  }

  sendText(text: string): void {
    this.#socket.send(text);
  }

  sendBytes(bytes: Buffer): void {
    this.#socket.send(bytes);
  }

  /** The reply to a push. */
  reply(ref: string): Promise<RawFrame> {
    return this.frames.find((frame) => frame.event === 'phx_reply' && frame.ref === ref, `reply to ${ref}`);
  }

  event(event: string, topic?: string): Promise<RawFrame> {
    return this.frames.find(
      (frame) => frame.event === event && (topic ?? frame.topic) === frame.topic,
      event,
    );
  }

  /** Joins and returns the reply. */
  join(topic: string, ref: string, config: object = {}, more: object = {}): Promise<RawFrame> {
    this.send(ref, ref, `realtime:${topic}`, 'phx_join', { config, ...more });
    return this.reply(ref);
  }

  close(): void {
    this.#socket.close();
  }
}

/** A binary broadcast push (kind 3). */
export function pushBytes(
  joinRef: string,
  ref: string,
  topic: string,
  event: string,
  payload: Buffer | string,
  metadata = '',
): Buffer {
  const fields = [joinRef, ref, `realtime:${topic}`, event, metadata].map((text) => Buffer.from(text));
  const encoding = typeof payload === 'string' ? 1 : 0;
  const head = Buffer.from([3, ...fields.map((field) => field.length), encoding]);
  return Buffer.concat([head, ...fields, Buffer.from(payload)]);
}

function read(data: RawData, isBinary: boolean, version: 1 | 2): RawFrame {
  const bytes = data as Buffer;
  if (isBinary) return readBroadcast(bytes);
  const raw = bytes.toString();
  if (version === 2) {
    const [joinRef, ref, topic, event, payload] = JSON.parse(raw) as [
      null,
      null,
      string,
      string,
      RawFrame['payload'],
    ];
    return { joinRef, ref, topic, event, payload, raw };
  }
  const { join_ref, ref, topic, event, payload } = JSON.parse(raw) as {
    join_ref: string | null;
    ref: string | null;
    topic: string;
    event: string;
    payload: RawFrame['payload'];
  };
  return { joinRef: join_ref, ref, topic, event, payload, raw };
}

/** Kind 4: `04 | len(topic) | len(event) | len(meta) | encoding`, then the fields and the payload. */
function readBroadcast(bytes: Buffer): RawFrame {
  const [kind, topicLength = 0, eventLength = 0, metaLength = 0, encoding] = bytes;
  let offset = 5;
  const take = (length: number) => bytes.toString('utf8', offset, (offset += length));
  const topic = take(topicLength);
  const event = take(eventLength);
  const meta = take(metaLength);
  const body = bytes.subarray(offset);
  return {
    joinRef: null,
    ref: null,
    topic,
    event: 'broadcast',
    payload: { kind, event, encoding, meta: meta === '' ? null : (JSON.parse(meta) as unknown), body },
    raw: bytes,
  };
}
