import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { PlatformContext } from '../context.ts';
import type { ChangesFeed } from './changes/feed.ts';
import type { Authorization } from './database/authorization.ts';
import type { Hub } from './hub.ts';
import type { PresenceRegistry } from './presence-registry.ts';
import type { Rate } from './rate.ts';
import type { RecentIds } from './recent-ids.ts';
import type { RealtimeSettings } from './settings.ts';

/** What every connection and channel of one server shares. */
export interface RealtimeServices {
  settings: RealtimeSettings;
  log: Logger;
  identify: PlatformContext['identify'];
  pool: Pool;
  authorization: Authorization;
  hub: Hub;
  presence: PresenceRegistry;
  changes: ChangesFeed;
  /** Ids of stored messages that were sent already. */
  sentIds: RecentIds;
  isReplicationReady(): boolean;
  joinRate: Rate;
  messageRate: Rate;
  presenceRate: Rate;
}
