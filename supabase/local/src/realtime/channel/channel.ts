import type { Connection } from '../connection.ts';
import { groupKey, type Member } from '../hub.ts';
import { Mailbox } from '../mailbox.ts';
import type { RealtimeServices } from '../services.ts';
import type { VerifiedToken } from '../token.ts';
import type { ClientMessage, WireVersion } from '../wire/client-frame.ts';
import { textFrame, type Frame } from '../wire/server-frame.ts';
import { receiveAccessToken, stopTokenTimers, type TokenTimers } from './access-token.ts';
import { receiveBroadcast } from './broadcast.ts';
import { stopChanges, type ChangesState } from './changes.ts';
import { readJoinConfig, type JoinConfig } from './join-config.ts';
import { joinChannel } from './join.ts';
import { leavePresence, receivePresence, type PresenceState } from './presence.ts';

/** What the policies said; null where they were not asked yet. Public channels are never asked. */
export interface Policies {
  broadcastRead: boolean | null;
  broadcastWrite: boolean | null;
  presenceRead: boolean | null;
  presenceWrite: boolean | null;
}

export const unasked: Policies = {
  broadcastRead: null,
  broadcastWrite: null,
  presenceRead: null,
  presenceWrite: null,
};

/** One topic joined on one socket, from `phx_join` until it is closed. */
export class Channel implements Member {
  readonly connection: Connection;
  readonly services: RealtimeServices;
  readonly version: WireVersion;
  readonly wireTopic: string;
  /** Topic without `realtime:`. */
  readonly topic: string;
  readonly joinRef: string | null;
  readonly config: JoinConfig;
  readonly group: string;
  token: VerifiedToken;
  policies: Policies = { ...unasked };
  timers: TokenTimers = {};
  presence: PresenceState;
  changes: ChangesState = { bindings: [] };
  replayedIds = new Set<string>();
  state: 'joining' | 'joined' | 'closed' = 'joining';
  #mailbox: Mailbox;

  constructor(connection: Connection, services: RealtimeServices, message: ClientMessage) {
    this.connection = connection;
    this.services = services;
    this.version = connection.handshake.version;
    this.wireTopic = message.topic;
    this.topic = message.topic.slice('realtime:'.length);
    this.joinRef = message.joinRef ?? message.ref;
    this.config = readJoinConfig(message.payload);
    this.group = groupKey(this.topic, this.config.isPrivate);
    this.token = connection.handshake.token;
    this.presence = { isEnabled: this.config.presenceEnabled, payload: null, calls: 0, windowEndsAt: 0 };
    this.#mailbox = new Mailbox((error) => this.#crash(error));
  }

  get isClosed(): boolean {
    return this.state === 'closed';
  }

  get canReadBroadcast(): boolean {
    return !this.config.isPrivate || this.policies.broadcastRead === true;
  }

  get canReadPresence(): boolean {
    return !this.config.isPrivate || this.policies.presenceRead === true;
  }

  hasSeen(messageId: string): boolean {
    return this.replayedIds.has(messageId);
  }

  sendFrame(frame: Frame): void {
    this.connection.send(frame);
  }

  join(message: ClientMessage): void {
    this.#mailbox.post(() => joinChannel(this, message));
  }

  receive(message: ClientMessage): void {
    if (message.event === 'phx_leave' && this.state === 'joining') this.#leave(message);
    else this.#mailbox.post(() => this.#handle(message));
  }

  /** Queues work behind what the channel is doing. */
  post(task: () => Promise<void> | void): void {
    this.#mailbox.post(() => (this.isClosed ? undefined : task()));
  }

  reply(message: ClientMessage, status: 'ok' | 'error', response: object): void {
    const answered = { ...message, joinRef: this.joinRef };
    if (!this.isClosed || message.event === 'phx_leave') this.connection.reply(answered, status, response);
  }

  /** Pushes an event that belongs to this join. */
  push(event: string, payload: object, ref: string | null = null): void {
    this.sendFrame(
      textFrame(this.version, this.joinRef, ref, this.wireTopic, event, JSON.stringify(payload)),
    );
  }

  pushSystem(extension: 'system' | 'postgres_changes', status: 'ok' | 'error', message: string): void {
    if (!this.isClosed) this.push('system', { extension, status, message, channel: this.topic });
  }

  /** The server ends the channel and says why; the client does not join again by itself. */
  shutdown(message: string): void {
    this.pushSystem('system', 'error', message);
    this.close();
  }

  /** Ends the channel with `phx_close`. */
  close(): void {
    if (this.isClosed) return;
    this.push('phx_close', {}, this.joinRef);
    this.#end();
  }

  /** The socket is gone; what was sent before is still handled. */
  disconnect(): void {
    if (this.state === 'joining') this.#end();
    else this.#mailbox.post(() => this.#end());
  }

  /** A refused join: the channel never was. */
  abandon(): void {
    this.#end();
  }

  #handle(message: ClientMessage): Promise<void> | void {
    if (this.isClosed) return undefined;
    switch (message.event) {
      case 'broadcast':
        return receiveBroadcast(this, message);
      case 'presence':
        return receivePresence(this, message);
      case 'access_token':
        return receiveAccessToken(this, message);
      case 'phx_leave':
        return this.#leave(message);
      default:
        return undefined;
    }
  }

  #leave(message: ClientMessage): void {
    this.reply(message, 'ok', {});
    this.close();
  }

  #end(): void {
    if (this.isClosed) return;
    this.state = 'closed';
    stopTokenTimers(this);
    this.services.hub.leave(this.group, this);
    leavePresence(this);
    stopChanges(this);
    this.connection.forget(this);
  }

  #crash(error: unknown): void {
    this.services.log.error({ err: error, topic: this.topic }, 'channel failed');
    if (this.isClosed) return;
    this.push('phx_error', {}, this.joinRef);
    this.#end();
  }
}
