import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { RealtimeFailure } from './failure.ts';
import type { RealtimeServices } from './services.ts';
import { verifyToken, type VerifiedToken } from './token.ts';
import type { WireVersion } from './wire/client-frame.ts';

export interface Handshake {
  token: VerifiedToken;
  version: WireVersion;
  /** The `x-` headers of the handshake without the key: policies read them as `request.headers`. */
  headers: Record<string, string>;
}

/** A handshake refused before it became a WebSocket. */
export class RefusedHandshake extends Error {
  override name = 'RefusedHandshake';
  status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Checks path, key and limits of an upgrade request. Throws `RefusedHandshake`. */
export async function readHandshake(
  request: IncomingMessage,
  services: RealtimeServices,
  openSockets: number,
): Promise<Handshake> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (!url.pathname.endsWith('/websocket')) throw new RefusedHandshake(404, 'Not found');
  const key = header(request, 'x-api-key') ?? url.searchParams.get('apikey');
  if (!key) throw new RefusedHandshake(401, 'API key is missing');
  if (openSockets >= services.settings.maxSockets)
    throw new RefusedHandshake(429, 'Too many connected users');
  if (services.joinRate.isFull()) throw new RefusedHandshake(429, 'Too many joins per second');
  const version = url.searchParams.get('vsn')?.startsWith('2') ? 2 : 1;
  try {
    return { token: await verifyToken(services.identify, key), version, headers: customHeaders(request) };
  } catch (error) {
    if (error instanceof RealtimeFailure) throw new RefusedHandshake(401, handshakeText(error));
    throw error;
  }
}

/** Answers a refused upgrade with plain HTTP and JSON, and ends the connection. */
export function refuse(socket: Duplex, status: number, message: string): void {
  const body = JSON.stringify({ error: message });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}\r\n` +
      'content-type: application/json; charset=utf-8\r\nconnection: close\r\n' +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

function handshakeText(failure: RealtimeFailure): string {
  return failure.message.startsWith('Token has expired') ? 'Token has expired' : failure.message;
}

function header(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function customHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (name.startsWith('x-') && name !== 'x-api-key' && typeof value === 'string') headers[name] = value;
  }
  return headers;
}
