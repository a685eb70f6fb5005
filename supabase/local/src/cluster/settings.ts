export interface ClusterSettings {
  port: number;
  /** `false` gives up crash safety for speed: tests only. */
  durable: boolean;
}

/** A server as of 15.20 (15.18 not yet) decodes for output plugins that this setting names only; older ones do not know it. */
export const OUTPUT_PLUGINS_SETTING = 'output_plugin_libraries';

/** Name of the file in the cluster's folder that holds `serverSettings`; `postgresql.conf` includes it. */
export const SETTINGS_FILE = 'platform.conf';

/**
 * Text of the settings file: small machine, logical replication, jobs by background workers. A file and no command
 * line, so that `pg_ctl start` by hand gives the same server.
 */
export function serverSettings(settings: ClusterSettings, namesOutputPlugins: boolean): string {
  const values: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(settings.port),
    unix_socket_directories: '',
    max_connections: '120',
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '1GB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %q%u@%d ',
    log_min_messages: 'warning',
    password_encryption: 'scram-sha-256',
    wal_level: 'logical',
    max_wal_senders: '10',
    max_replication_slots: '10',
    max_slot_wal_keep_size: '1GB',
    max_worker_processes: '20',
    shared_preload_libraries: 'pg_cron,pg_stat_statements',
    'cron.database_name': 'postgres',
    'cron.use_background_workers': 'on',
    'cron.timezone': 'UTC',
  };
  if (namesOutputPlugins) values[OUTPUT_PLUGINS_SETTING] = 'pgoutput, wal2json';
  if (!settings.durable) {
    Object.assign(values, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' });
  }
  return Object.entries(values)
    .map(([name, value]) => `${name} = '${value}'\n`)
    .join('');
}
