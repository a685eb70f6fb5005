/** Times in milliseconds, sizes in bytes, rates as events per second averaged over `rateWindowMs`. */
export interface RealtimeSettings {
  /** Pause before a refused join is answered, so that a client cannot hammer the server. */
  joinErrorPauseMs: number;
  /** A socket that sends nothing for this long is closed. */
  idleSocketMs: number;
  /** Tokens are checked again at least this often, whatever their `exp` says. */
  tokenCheckMs: number;
  /** Token refreshes of one channel are applied at most this often; the newest wins. */
  tokenRefreshMs: number;
  /** How long a channel waits for replication when it asked for `replication_ready`. */
  replicationReadyMs: number;
  maxFrameBytes: number;
  maxPayloadBytes: number;
  /** A socket that lets more than this pile up unread is cut. */
  maxBufferedBytes: number;
  maxSockets: number;
  maxChannelsPerSocket: number;
  rateWindowMs: number;
  joinsPerSecond: number;
  /** Messages that one socket may send. */
  socketMessagesPerSecond: number;
  /** Messages that all sockets and REST calls together may send. */
  messagesPerSecond: number;
  presencePerSecond: number;
  presenceCalls: number;
  presenceWindowMs: number;
  presenceKeys: number;
  /** How often the write-ahead log is read for `postgres_changes`: in use, and when nothing happens. */
  changesPollMs: number;
  changesIdlePollMs: number;
  authorizationConnections: number;
}

export const defaultSettings: RealtimeSettings = {
  joinErrorPauseMs: 100,
  idleSocketMs: 60_000,
  tokenCheckMs: 300_000,
  tokenRefreshMs: 250,
  replicationReadyMs: 10_000,
  maxFrameBytes: 5_000_000,
  maxPayloadBytes: 3_000_500,
  maxBufferedBytes: 32_000_000,
  maxSockets: 10_000,
  maxChannelsPerSocket: 100,
  rateWindowMs: 10_000,
  joinsPerSecond: 1_000,
  socketMessagesPerSecond: 500,
  messagesPerSecond: 5_000,
  presencePerSecond: 1_000,
  presenceCalls: 5,
  presenceWindowMs: 30_000,
  presenceKeys: 10,
  changesPollMs: 100,
  changesIdlePollMs: 250,
  authorizationConnections: 5,
};
