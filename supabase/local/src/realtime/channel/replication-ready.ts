import type { Channel } from './channel.ts';

const checkEveryMs = 200;

/** Tells a channel that asked for it when messages from the database reach it; ends it when they never do. */
export function watchReplication(channel: Channel): void {
  if (!channel.config.replicationReady) return;
  const deadline = Date.now() + channel.services.settings.replicationReadyMs;
  const check = () => {
    if (channel.isClosed) return;
    if (channel.services.isReplicationReady()) {
      channel.pushSystem('system', 'ok', 'Replication connection established');
    } else if (Date.now() >= deadline) {
      channel.shutdown('Replication connection was not established in time');
    } else {
      setTimeout(check, checkEveryMs).unref();
    }
  };
  check();
}
