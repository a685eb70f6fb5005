import { setTimeout as sleep } from 'node:timers/promises';
import type { ChangesSubscription } from '../changes/feed.ts';
import { requestId } from '../changes/request-id.ts';
import { SubscribeError } from '../changes/subscribe-error.ts';
import { RealtimeFailure } from '../failure.ts';
import { textFrame } from '../wire/server-frame.ts';
import type { Channel } from './channel.ts';
import type { ChangesRequest } from './join-config.ts';

export interface ChangesBinding {
  id: number;
  request: ChangesRequest;
}

export interface ChangesState {
  bindings: ChangesBinding[];
  subscription?: ChangesSubscription;
  retry?: NodeJS.Timeout;
}

const retryMs = 5_000;
const waitRetryMs = 250;
const subscribed = 'Subscribed to PostgreSQL';

/** Gives every requested binding its id. */
export function bindChanges(channel: Channel): void {
  channel.changes.bindings = channel.config.changes.map((request) => ({ id: requestId(request), request }));
}

/**
 * Holds the join until the subscription stands, when the client asked for that.
 * Throws RealtimeDisabledForConfiguration or PostgresChangesSubscribeTimeout.
 */
export async function waitForChanges(channel: Channel): Promise<void> {
  const { changesWaitMs } = channel.config;
  if (changesWaitMs === null || channel.changes.bindings.length === 0) return;
  const deadline = Date.now() + changesWaitMs;
  while (!channel.isClosed) {
    try {
      await subscribe(channel);
      return;
    } catch (error) {
      if (!(error instanceof SubscribeError)) throw error;
      if (error.isFatal) throw new RealtimeFailure('RealtimeDisabledForConfiguration', error.message);
    }
    if (Date.now() + waitRetryMs >= deadline) {
      throw new RealtimeFailure(
        'PostgresChangesSubscribeTimeout',
        `Timed out after ${changesWaitMs}ms waiting for the postgres_changes subscription`,
      );
    }
    await sleep(waitRetryMs, undefined, { ref: false });
  }
}

/** Subscribes with the channel's present token and says so; tries again by itself when that may help. */
export function startChanges(channel: Channel): void {
  const { changes, config } = channel;
  if (changes.bindings.length === 0) return;
  clearTimeout(changes.retry);
  const stands = config.changesWaitMs !== null && changes.subscription?.identity === channel.token.identity;
  if (stands) channel.pushSystem('postgres_changes', 'ok', subscribed);
  else void attempt(channel);
}

export function stopChanges({ changes }: Channel): void {
  clearTimeout(changes.retry);
  changes.subscription?.stop();
  changes.subscription = undefined;
}

async function attempt(channel: Channel): Promise<void> {
  try {
    if (await subscribe(channel)) channel.pushSystem('postgres_changes', 'ok', subscribed);
  } catch (error) {
    if (channel.isClosed) return;
    channel.pushSystem('postgres_changes', 'error', (error as Error).message);
    if (error instanceof SubscribeError && error.isFatal) return;
    channel.changes.retry = setTimeout(() => void attempt(channel), retryMs).unref();
  }
}

/** False when the channel closed or took another token meanwhile. */
async function subscribe(channel: Channel): Promise<boolean> {
  const { identity } = channel.token;
  const subscription = await channel.services.changes.subscribe({
    identity,
    bindings: channel.changes.bindings,
    send: (payload) =>
      channel.sendFrame(
        textFrame(channel.version, null, null, channel.wireTopic, 'postgres_changes', payload),
      ),
    restored: () => channel.pushSystem('postgres_changes', 'ok', subscribed),
  });
  if (channel.isClosed || channel.token.identity !== identity) {
    subscription.stop();
    return false;
  }
  channel.changes.subscription?.stop();
  channel.changes.subscription = subscription;
  return true;
}
