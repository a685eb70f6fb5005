import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { shortLine } from './short-line.ts';

const KEEP_BYTES = 50 * 1024 * 1024;

export interface PlatformLogger {
  log: Logger;
  close(): void;
}

/**
 * JSON lines to `<dataDir>/logs/gateway.log`; a log grown past 50 MB becomes `gateway.log.1` at the next start. With
 * `verbose` also short lines to stderr. Keys and tokens never reach it: only paths without their query are logged.
 */
export function createLogger(dataDir: string, verbose: boolean): PlatformLogger {
  const folder = join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'gateway.log');
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > KEEP_BYTES) renameSync(path, `${path}.1`);
  const file = pino.destination({ dest: path, sync: false, minLength: 4096 });
  const flushing = setInterval(() => file.flush(), 1000);
  flushing.unref();
  const streams = [
    { stream: file },
    ...(verbose ? [{ stream: { write: (json: string) => process.stderr.write(shortLine(json)) } }] : []),
  ];
  const log = pino(
    {
      level: process.env['PLATFORM_LOG_LEVEL'] ?? 'info',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    verbose ? pino.multistream(streams) : file,
  );
  return {
    log,
    close() {
      clearInterval(flushing);
      file.flushSync();
      file.end();
    },
  };
}
