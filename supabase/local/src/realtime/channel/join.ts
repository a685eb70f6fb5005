import { setTimeout as sleep } from 'node:timers/promises';
import { replayMessages, type StoredMessage } from '../database/replay.ts';
import { RealtimeFailure } from '../failure.ts';
import { verifyToken } from '../token.ts';
import { broadcastFrame } from '../wire/broadcast-frame.ts';
import type { ClientMessage } from '../wire/client-frame.ts';
import { startTokenTimer } from './access-token.ts';
import { bindChanges, startChanges, waitForChanges } from './changes.ts';
import type { Channel } from './channel.ts';
import { syncPresence } from './presence.ts';
import { askReadPolicies } from './read-policies.ts';
import { watchReplication } from './replication-ready.ts';

const kickedOut = 1008;

/**
 * Joins a channel: token, permission, stored messages, subscription, fan-out, reply; then what follows the reply.
 * Every refusal is answered as `{reason: "<Code>: <text>"}` after a pause.
 */
export async function joinChannel(channel: Channel, message: ClientMessage): Promise<void> {
  let replayed: StoredMessage[];
  try {
    checkLimits(channel);
    const { accessToken } = channel.config;
    const raw = accessToken ?? channel.connection.handshake.token.token;
    channel.token = await verifyToken(channel.services.identify, raw);
    if (channel.config.isPrivate) channel.policies = await askReadPolicies(channel);
    replayed = await loadReplay(channel);
    bindChanges(channel);
    await waitForChanges(channel);
  } catch (error) {
    await refuseJoin(channel, message, error);
    return;
  }
  if (channel.isClosed) return;
  channel.state = 'joined';
  channel.services.hub.join(channel.group, channel);
  startTokenTimer(channel);
  channel.reply(message, 'ok', {
    postgres_changes: channel.changes.bindings.map(({ request, id }) => ({ ...request, id })),
  });
  for (const stored of replayed) sendReplayed(channel, stored);
  syncPresence(channel);
  watchReplication(channel);
  startChanges(channel);
}

function checkLimits(channel: Channel): void {
  const { services, connection, topic } = channel;
  if (topic === '') throw new RealtimeFailure('TopicNameRequired', 'You must provide a topic name');
  if (!services.joinRate.take()) {
    throw new RealtimeFailure('ClientJoinRateLimitReached', 'Too many joins per second');
  }
  if (connection.channelCount > services.settings.maxChannelsPerSocket) {
    throw new RealtimeFailure('ChannelRateLimitReached', 'Too many channels');
  }
}

async function refuseJoin(channel: Channel, message: ClientMessage, error: unknown): Promise<void> {
  const { services, connection, topic } = channel;
  if (!(error instanceof RealtimeFailure)) services.log.error({ err: error, topic }, 'join failed');
  const failure =
    error instanceof RealtimeFailure
      ? error
      : new RealtimeFailure('UnknownErrorOnChannel', 'Unknown Error on Channel');
  services.log.debug({ topic, reason: failure.reason, cause: failure.cause }, 'join refused');
  await sleep(services.settings.joinErrorPauseMs, undefined, { ref: false });
  channel.reply(message, 'error', { reason: failure.reason });
  channel.abandon();
  if (failure.code === 'ClientJoinRateLimitReached') connection.close(kickedOut, failure.message);
}

async function loadReplay(channel: Channel): Promise<StoredMessage[]> {
  const { replay, isPrivate } = channel.config;
  if (!replay) return [];
  if (!isPrivate) {
    throw new RealtimeFailure('UnableToReplayMessages', 'Replay is not allowed for public channels');
  }
  if (!channel.canReadBroadcast) {
    throw new RealtimeFailure(
      'Unauthorized',
      `You do not have permissions to read from this Channel topic: ${channel.topic}`,
    );
  }
  const messages = await replayMessages(channel.services.pool, channel.topic, replay);
  channel.replayedIds = new Set(messages.map((stored) => stored.id));
  return messages;
}

function sendReplayed(channel: Channel, stored: StoredMessage): void {
  const content = stored.binaryPayload
    ? { encoding: 'binary' as const, payload: stored.binaryPayload }
    : { encoding: 'json' as const, payload: Buffer.from(stored.payload ?? 'null') };
  const meta = JSON.stringify({ replayed: true, id: stored.id });
  const frame = broadcastFrame({ topic: channel.wireTopic, event: stored.event, meta, ...content });
  const encoded = frame.for(channel.version);
  if (encoded) channel.sendFrame(encoded);
}
