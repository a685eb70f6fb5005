import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { PlatformContext, PlatformPart } from '../context.ts';
import { createChangesFeed } from './changes/feed.ts';
import { Connection } from './connection.ts';
import { createAuthorization } from './database/authorization.ts';
import { keepPartitions } from './database/partitions.ts';
import { createPool } from './database/pool.ts';
import { groupKey, Hub } from './hub.ts';
import { PresenceRegistry } from './presence-registry.ts';
import { Rate } from './rate.ts';
import { RecentIds } from './recent-ids.ts';
import { followMessages } from './replication/broadcast-feed.ts';
import { readStoredBroadcast } from './replication/stored-broadcast.ts';
import { createRestRoutes } from './rest.ts';
import type { RealtimeServices } from './services.ts';
import { defaultSettings, type RealtimeSettings } from './settings.ts';
import { readHandshake, refuse, RefusedHandshake } from './upgrade.ts';
import { broadcastFrame } from './wire/broadcast-frame.ts';

const sweepEveryMs = 5_000;
const goingAway = 1001;

/**
 * Realtime behind the gateway: WebSockets at `/realtime/v1/websocket`, REST broadcast at `/realtime/v1/api/*`.
 * Starts at once; what needs the database comes, and comes back, when the database does.
 */
export async function createRealtime(
  ctx: PlatformContext,
  overrides: Partial<RealtimeSettings> = {},
): Promise<PlatformPart> {
  const settings = { ...defaultSettings, ...overrides };
  const log = ctx.log.child({ part: 'realtime' });
  const pool = createPool(ctx.pool, settings.authorizationConnections, log);
  const hub = new Hub();
  const sentIds = new RecentIds();
  const feed = followMessages(ctx.adminUrl, log, (row) => {
    const stored = readStoredBroadcast(row);
    if (!stored || sentIds.take(stored.id)) return;
    const group = groupKey(stored.topic, stored.isPrivate);
    if (hub.has(group)) hub.send(group, broadcastFrame(stored.message), 'broadcast', undefined, stored.id);
  });
  const changes = createChangesFeed({ adminUrl: ctx.adminUrl, log, settings });
  const services: RealtimeServices = {
    settings,
    log,
    identify: ctx.identify,
    pool,
    authorization: createAuthorization(pool),
    hub,
    presence: new PresenceRegistry(),
    changes,
    sentIds,
    isReplicationReady: feed.isReady,
    joinRate: new Rate(settings.joinsPerSecond, settings.rateWindowMs),
    messageRate: new Rate(settings.messagesPerSecond, settings.rateWindowMs),
    presenceRate: new Rate(settings.presencePerSecond, settings.rateWindowMs),
  };
  const stopPartitions = keepPartitions(pool, log);
  const connections = new Set<Connection>();
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: settings.maxFrameBytes,
    perMessageDeflate: false,
  });
  const sweeper = setInterval(() => {
    const now = Date.now();
    for (const connection of connections) connection.sweep(now);
  }, sweepEveryMs);
  sweeper.unref();

  const accept = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const ignore = () => socket.destroy();
    socket.on('error', ignore);
    try {
      const handshake = await readHandshake(request, services, connections.size);
      socket.off('error', ignore);
      server.handleUpgrade(request, socket, head, (webSocket) => {
        const connection = new Connection(webSocket, handshake, services);
        connections.add(connection);
        webSocket.on('close', () => connections.delete(connection));
      });
    } catch (error) {
      if (error instanceof RefusedHandshake) refuse(socket, error.status, error.message);
      else {
        log.error({ err: error }, 'handshake failed');
        refuse(socket, 500, 'Internal server error');
      }
    }
  };

  return {
    name: 'realtime',
    routes: createRestRoutes(services),
    upgrade: (request, socket, head) => void accept(request, socket, head),
    async health() {
      const ok = feed.isReady();
      return { ok, detail: ok ? `${connections.size} sockets` : 'not following realtime.messages' };
    },
    async stop() {
      clearInterval(sweeper);
      stopPartitions();
      for (const connection of connections) connection.close(goingAway, 'server stopping');
      server.close();
      await Promise.all([feed.stop(), changes.stop()]);
      for (const connection of connections) connection.terminate();
      await pool.end();
    },
  };
}
