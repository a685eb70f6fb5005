import { randomUUID } from 'node:crypto';

export interface ReplayRequest {
  /** Unix time in milliseconds. */
  since: unknown;
  limit: unknown;
}

/** One `postgres_changes` binding exactly as the client asked for it. */
export type ChangesRequest = Record<string, unknown>;

/** What a client asked for when it joined; unknown or invalid parts fall back to the defaults. */
export interface JoinConfig {
  isPrivate: boolean;
  ack: boolean;
  self: boolean;
  replicationReady: boolean;
  replay: ReplayRequest | null;
  presenceKey: string;
  presenceEnabled: boolean;
  changes: ChangesRequest[];
  /** Milliseconds that the join reply may wait for the subscription; null when it does not wait. */
  changesWaitMs: number | null;
  /** The token of this channel; null to use the connection's. */
  accessToken: string | null;
}

const defaultWaitMs = 15_000;
const longestWaitMs = 20_000;

/** Reads the payload of `phx_join`. Never throws. */
export function readJoinConfig(payload: unknown): JoinConfig {
  const join = record(payload);
  const config = record(join.config);
  const broadcast = record(config.broadcast);
  const presence = record(config.presence);
  const options = record(config.postgres_changes_options);
  const key = presence.key;
  return {
    isPrivate: flag(config.private),
    ack: flag(broadcast.ack),
    self: flag(broadcast.self),
    replicationReady: flag(broadcast.replication_ready),
    replay: broadcast.replay === undefined || broadcast.replay === null ? null : replay(broadcast.replay),
    presenceKey: typeof key === 'string' && key !== '' ? key : randomUUID(),
    presenceEnabled: flag(presence.enabled),
    changes: Array.isArray(config.postgres_changes) ? config.postgres_changes.filter(isRecord) : [],
    changesWaitMs: flag(options.wait) ? waitTime(options.timeout) : null,
    accessToken: token(join.user_token) ?? token(join.access_token),
  };
}

function waitTime(value: unknown): number {
  const asked = typeof value === 'number' && value > 0 ? value : defaultWaitMs;
  return Math.min(asked, longestWaitMs);
}

function replay(value: unknown): ReplayRequest {
  const asked = record(value);
  return { since: asked.since, limit: asked.limit };
}

function token(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && !value.startsWith('sb_') ? value : null;
}

function flag(value: unknown): boolean {
  return value === true || value === 'true';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}
