import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';

/** JSON lines to `<dataDir>/logs/gateway.log`; keys and tokens never reach it. */
export function createLogger(dataDir: string): { log: Logger; close(): void } {
  const folder = join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true });
  const destination = pino.destination({ dest: join(folder, 'gateway.log'), sync: false, minLength: 4096 });
  const flushing = setInterval(() => destination.flush(), 1000);
  flushing.unref();
  const log = pino(
    {
      level: process.env['PLATFORM_LOG_LEVEL'] ?? 'info',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['headers.authorization', 'headers.apikey'],
    },
    destination,
  );
  return {
    log,
    close() {
      clearInterval(flushing);
      destination.flushSync();
      destination.end();
    },
  };
}
