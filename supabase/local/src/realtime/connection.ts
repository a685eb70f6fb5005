import type { WebSocket } from 'ws';
import { Channel } from './channel/channel.ts';
import { Rate } from './rate.ts';
import type { RealtimeServices } from './services.ts';
import type { Handshake } from './upgrade.ts';
import { decodeClientFrame, type ClientMessage } from './wire/client-frame.ts';
import { textFrame, type Frame } from './wire/server-frame.ts';

const topicPrefix = 'realtime:';
const flooded = 1008;
const noSuchTopic = { reason: 'unmatched topic' };

/** One WebSocket and the channels joined on it. */
export class Connection {
  readonly handshake: Handshake;
  readonly rate: Rate;
  lastSeenAt = Date.now();
  #socket: WebSocket;
  #services: RealtimeServices;
  #channels = new Map<string, Channel>();
  #frameRate: Rate;

  constructor(socket: WebSocket, handshake: Handshake, services: RealtimeServices) {
    this.handshake = handshake;
    this.#socket = socket;
    this.#services = services;
    const { socketMessagesPerSecond, rateWindowMs } = services.settings;
    this.rate = new Rate(socketMessagesPerSecond, rateWindowMs);
    this.#frameRate = new Rate(socketMessagesPerSecond * 2, rateWindowMs);
    socket.on('message', (data: Buffer, isBinary) => this.#receive(data, isBinary));
    socket.on('close', () => this.#closeChannels());
    // The library ends the socket by itself and says why: 1009 for a frame that is too large.
    socket.on('error', () => undefined);
  }

  get channelCount(): number {
    return this.#channels.size;
  }

  send(frame: Frame): void {
    if (this.#socket.readyState === this.#socket.OPEN)
      this.#socket.send(frame.data, { binary: frame.binary });
  }

  reply(message: ClientMessage, status: 'ok' | 'error', response: object): void {
    const payload = JSON.stringify({ status, response });
    const { version } = this.handshake;
    this.send(textFrame(version, message.joinRef, message.ref, message.topic, 'phx_reply', payload));
  }

  /** Forgets a channel that has closed, unless another took its topic already. */
  forget(channel: Channel): void {
    if (this.#channels.get(channel.wireTopic) === channel) this.#channels.delete(channel.wireTopic);
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  /** Ends sockets that went silent or do not read what they are sent. */
  sweep(now: number): void {
    const { idleSocketMs, maxBufferedBytes } = this.#services.settings;
    if (this.#socket.bufferedAmount > maxBufferedBytes) this.#socket.terminate();
    else if (now - this.lastSeenAt > idleSocketMs) this.close(1000, 'idle');
  }

  terminate(): void {
    this.#socket.terminate();
  }

  #receive(data: Buffer, isBinary: boolean): void {
    this.lastSeenAt = Date.now();
    if (!this.#frameRate.take()) {
      this.close(flooded, 'too many frames');
      return;
    }
    const message = decodeClientFrame(data, isBinary, this.handshake.version);
    if (!message) return;
    if (message.topic === 'phoenix') {
      if (message.event === 'heartbeat') this.reply(message, 'ok', {});
      return;
    }
    if (message.event === 'phx_join') this.#join(message);
    else this.#deliver(message);
  }

  #join(message: ClientMessage): void {
    if (!message.topic.startsWith(topicPrefix)) {
      this.reply(message, 'error', noSuchTopic);
      return;
    }
    this.#channels.get(message.topic)?.close();
    const channel = new Channel(this, this.#services, message);
    this.#channels.set(message.topic, channel);
    channel.join(message);
  }

  #deliver(message: ClientMessage): void {
    const channel = this.#channels.get(message.topic);
    const isLeave = message.event === 'phx_leave';
    if (!channel) {
      if (isLeave) this.reply(message, 'ok', {});
      else this.reply(message, 'error', noSuchTopic);
      return;
    }
    const isStale = message.joinRef !== null && message.joinRef !== channel.joinRef;
    if (isStale) {
      if (isLeave) this.reply(message, 'ok', {});
      return;
    }
    channel.receive(message);
  }

  #closeChannels(): void {
    for (const channel of this.#channels.values()) channel.disconnect();
    this.#channels.clear();
  }
}
