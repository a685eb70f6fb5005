import { isDeepStrictEqual } from 'node:util';
import { RealtimeFailure } from '../failure.ts';
import type { PresenceDiff } from '../presence-registry.ts';
import type { ClientMessage } from '../wire/client-frame.ts';
import { SharedFrame } from '../wire/server-frame.ts';
import type { Channel } from './channel.ts';
import { askWritePolicy } from './write-policies.ts';

export interface PresenceState {
  isEnabled: boolean;
  /** What this channel tracked last; null when it tracks nothing. */
  payload: Record<string, unknown> | null;
  calls: number;
  windowEndsAt: number;
}

/** `track` and `untrack`: answered ok or error; the members that may read presence get the difference. */
export async function receivePresence(channel: Channel, message: ClientMessage): Promise<void> {
  if (!takeCall(channel)) {
    channel.shutdown('Client presence rate limit exceeded');
    return;
  }
  const { event, payload = {} } = (message.payload ?? {}) as { event?: unknown; payload?: unknown };
  const action = typeof event === 'string' ? event.toLowerCase() : '';
  if (action === 'track') await track(channel, message, payload);
  else if (action === 'untrack') untrack(channel, message);
  else channel.reply(message, action === '' ? 'ok' : 'error', {});
}

/** Sends the whole state of the topic to a channel that has presence on and may read it. */
export function syncPresence(channel: Channel): void {
  if (!channel.presence.isEnabled || !channel.canReadPresence) return;
  if (!channel.services.presenceRate.take()) {
    channel.shutdown('Too many presence messages per second');
    return;
  }
  channel.push('presence_state', channel.services.presence.state(channel.group));
}

/** Takes the channel off its topic and tells the others. */
export function leavePresence(channel: Channel): void {
  const diff = channel.services.presence.untrack(channel.group, channel);
  if (diff) publish(channel, diff);
}

async function track(channel: Channel, message: ClientMessage, payload: unknown): Promise<void> {
  const { services, presence } = channel;
  if (!(await mayTrack(channel))) {
    channel.reply(message, 'error', {});
    return;
  }
  if (!isRecord(payload)) {
    channel.reply(message, 'error', { reason: 'Presence track payload must be a map' });
    return;
  }
  if (presence.payload && isDeepStrictEqual(presence.payload, payload)) {
    channel.reply(message, 'ok', {});
    return;
  }
  if (Object.keys(payload).length > services.settings.presenceKeys) {
    const reason = `Presence track payload must have at most ${services.settings.presenceKeys} keys`;
    channel.reply(message, 'error', { reason });
    return;
  }
  if (Buffer.byteLength(JSON.stringify(payload)) > services.settings.maxPayloadBytes) {
    channel.shutdown('Track message size exceeded');
    return;
  }
  if (!services.presenceRate.take()) {
    channel.shutdown('Too many presence messages per second');
    return;
  }
  if (channel.isClosed) return;
  const wasEnabled = presence.isEnabled;
  presence.isEnabled = true;
  presence.payload = payload;
  const diff = services.presence.track(channel.group, channel, channel.config.presenceKey, payload);
  channel.reply(message, 'ok', {});
  if (!wasEnabled) syncPresence(channel);
  publish(channel, diff);
}

function untrack(channel: Channel, message: ClientMessage): void {
  channel.presence.payload = null;
  channel.reply(message, 'ok', {});
  leavePresence(channel);
}

/** Asks for reading too when this track is what turns presence on. */
async function mayTrack(channel: Channel): Promise<boolean> {
  const { config, policies, topic, token, connection, services } = channel;
  if (!config.isPrivate) return true;
  try {
    if (policies.presenceRead === null) {
      const request = { topic, identity: token.identity, headers: connection.handshake.headers };
      policies.presenceRead = (await services.authorization.read(request, true)).presence;
    }
    return await askWritePolicy(channel, 'presence');
  } catch (error) {
    if (!(error instanceof RealtimeFailure)) throw error;
    services.log.warn({ topic, reason: error.reason }, 'presence not authorised');
    return false;
  }
}

function publish(channel: Channel, diff: PresenceDiff): void {
  const frame = SharedFrame.push(channel.wireTopic, 'presence_diff', JSON.stringify(diff));
  channel.services.hub.send(channel.group, frame, 'presence');
}

function takeCall({ presence, services }: Channel): boolean {
  const now = Date.now();
  if (now > presence.windowEndsAt) {
    presence.windowEndsAt = now + services.settings.presenceWindowMs;
    presence.calls = 0;
  }
  presence.calls += 1;
  return presence.calls <= services.settings.presenceCalls;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
