import type { Context } from 'hono';
import { isIP } from 'node:net';
import type { ClientInfo } from './core.ts';

/**
 * Who sent a request. The address is the last of `X-Forwarded-For`: the one that the nearest proxy wrote, the only one
 * that a client cannot choose, as this server listens on the loopback address alone.
 */
export function clientInfo(c: Context): ClientInfo {
  const last = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  return {
    ip: isIP(last) === 0 ? undefined : last,
    userAgent: (c.req.header('user-agent') ?? '').slice(0, 500),
  };
}
