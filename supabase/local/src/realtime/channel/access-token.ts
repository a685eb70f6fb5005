import { RealtimeFailure } from '../failure.ts';
import { assertNotExpired, verifyToken } from '../token.ts';
import type { ClientMessage } from '../wire/client-frame.ts';
import { startChanges } from './changes.ts';
import type { Channel, Policies } from './channel.ts';
import { askReadPolicies } from './read-policies.ts';

export interface TokenTimers {
  expiry?: NodeJS.Timeout;
  refresh?: NodeJS.Timeout;
  refreshedAt?: number;
  /** The newest token that waits for its turn. */
  pending?: string;
}

/** Takes the token of an `access_token` event; the same, empty and `sb_` tokens are ignored. Never replies. */
export function receiveAccessToken(channel: Channel, message: ClientMessage): Promise<void> | void {
  const token = (message.payload as { access_token?: unknown } | null)?.access_token;
  if (typeof token !== 'string' || token.startsWith('sb_')) return undefined;
  const { timers } = channel;
  if (token === (timers.pending ?? channel.token.token)) return undefined;
  const sinceLast = Date.now() - (timers.refreshedAt ?? 0);
  const { tokenRefreshMs } = channel.services.settings;
  if (sinceLast >= tokenRefreshMs) return applyToken(channel, token);
  timers.pending = token;
  timers.refresh ??= setTimeout(() => applyPending(channel), tokenRefreshMs - sinceLast).unref();
  return undefined;
}

/** Looks at the token again when it expires, and now and then before. */
export function startTokenTimer(channel: Channel): void {
  clearTimeout(channel.timers.expiry);
  const { expiresAt } = channel.token;
  if (expiresAt === null) return;
  const left = Math.max(expiresAt * 1000 - Date.now(), 0);
  const wait = Math.min(channel.services.settings.tokenCheckMs, left);
  channel.timers.expiry = setTimeout(() => channel.post(() => checkExpiry(channel)), wait).unref();
}

export function stopTokenTimers({ timers }: Channel): void {
  clearTimeout(timers.expiry);
  clearTimeout(timers.refresh);
}

function checkExpiry(channel: Channel): void {
  try {
    assertNotExpired(channel.token);
    startTokenTimer(channel);
  } catch (error) {
    channel.shutdown((error as Error).message);
  }
}

function applyPending(channel: Channel): void {
  const token = channel.timers.pending;
  channel.timers.refresh = undefined;
  channel.timers.pending = undefined;
  if (token !== undefined) channel.post(() => applyToken(channel, token));
}

async function applyToken(channel: Channel, raw: string): Promise<void> {
  channel.timers.refreshedAt = Date.now();
  const before = channel.policies;
  try {
    channel.token = await verifyToken(channel.services.identify, raw);
    if (channel.config.isPrivate) {
      channel.policies = await askReadPolicies(channel);
      assertNotRevoked(channel, before);
    }
  } catch (error) {
    if (!(error instanceof RealtimeFailure)) throw error;
    channel.shutdown(error.message);
    return;
  }
  if (channel.isClosed) return;
  startTokenTimer(channel);
  startChanges(channel);
}

function assertNotRevoked(channel: Channel, before: Policies): void {
  const now = channel.policies;
  const lostBroadcast = before.broadcastRead === true && now.broadcastRead === false;
  const lostPresence = before.presenceRead === true && now.presenceRead === false;
  if (!lostBroadcast && !lostPresence) return;
  throw new RealtimeFailure(
    'Unauthorized',
    `You no longer have permission to read from this Channel topic: ${channel.topic}`,
  );
}
