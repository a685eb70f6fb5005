import { randomUUID } from 'node:crypto';
import { readPersistence, storeBroadcast, type Persistence } from '../database/persistence.ts';
import { RealtimeFailure } from '../failure.ts';
import { broadcastFrame, type Broadcast } from '../wire/broadcast-frame.ts';
import type { BroadcastPush, ClientMessage } from '../wire/client-frame.ts';
import { SharedFrame } from '../wire/server-frame.ts';
import type { Channel } from './channel.ts';
import { askWritePolicy } from './write-policies.ts';

/** A message from one member to the others. Without permission it is dropped; who asked for an answer is told. */
export function receiveBroadcast(channel: Channel, message: ClientMessage): Promise<void> | void {
  const allowed = askWritePolicy(channel, 'broadcast');
  if (allowed === true) return deliver(channel, message);
  if (allowed === false) return refuse(channel, message, 'unauthorized');
  return deliverIfAllowed(channel, message, allowed);
}

async function deliverIfAllowed(
  channel: Channel,
  message: ClientMessage,
  asked: Promise<boolean>,
): Promise<void> {
  try {
    if (await asked) await deliver(channel, message);
    else refuse(channel, message, 'unauthorized');
  } catch (error) {
    if (!(error instanceof RealtimeFailure)) throw error;
    channel.services.log.warn({ topic: channel.topic, reason: error.reason }, 'broadcast not authorised');
    refuse(channel, message, 'unable_to_set_policies');
  }
}

function refuse(channel: Channel, message: ClientMessage, error: string): void {
  if (channel.config.ack) channel.reply(message, 'error', { error });
}

function deliver(channel: Channel, message: ClientMessage): Promise<void> | void {
  const { services, connection, config } = channel;
  if (!connection.rate.take() || !services.messageRate.take()) {
    channel.shutdown('Too many messages per second');
    return undefined;
  }
  const push = message.push;
  const text = push ? null : JSON.stringify(message.payload);
  const size = push ? push.payload.length : Buffer.byteLength(text ?? '');
  if (size > services.settings.maxPayloadBytes) {
    return refuse(channel, message, 'payload_size_exceeded');
  }
  if (push?.metadata) {
    const persistence = readPersistence(push.metadata);
    if (persistence && config.isPrivate) return storeAndSend(channel, message, push, persistence);
  }
  const frame = push
    ? broadcastFrame(fromPush(channel, push))
    : SharedFrame.push(channel.wireTopic, 'broadcast', text ?? '{}');
  sendToOthers(channel, message, frame);
  return undefined;
}

function fromPush(channel: Channel, { event, encoding, payload }: BroadcastPush): Broadcast {
  return { topic: channel.wireTopic, event, encoding, payload };
}

function sendToOthers(channel: Channel, message: ClientMessage, frame: SharedFrame): void {
  const { services, config, group } = channel;
  services.hub.send(group, frame, 'broadcast', config.self ? undefined : channel);
  if (config.ack) channel.reply(message, 'ok', {});
}

async function storeAndSend(
  channel: Channel,
  message: ClientMessage,
  push: BroadcastPush,
  persistence: Persistence,
): Promise<void> {
  const id = randomUUID();
  const stored = { ...fromPush(channel, push), meta: JSON.stringify({ id }) };
  try {
    await storeBroadcast(channel.services, id, channel.topic, stored, persistence);
  } catch (error) {
    channel.services.log.warn(
      { err: (error as Error).message, topic: channel.topic },
      'broadcast not stored',
    );
    channel.reply(message, 'error', { error: 'Unable to store the message' });
    return;
  }
  sendToOthers(channel, message, broadcastFrame(stored));
}
