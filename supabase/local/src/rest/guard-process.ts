import type { Logger } from 'pino';

/**
 * Two guards around lite: postgres.js throws from a timer when the server drops a connection under load, which would
 * end the process; and lite prints every database error. Returns a function that takes both guards away.
 */
export function guardProcess(insideEngine: () => boolean, log: Logger): () => void {
  const onUncaught = (error: Error): void => {
    if (/[\\/]postgres[\\/](src|cjs[\\/]src)[\\/]connection\.js/.test(error.stack ?? '')) {
      log.warn({ err: error }, 'a database connection broke');
      return;
    }
    log.fatal({ err: error }, 'uncaught error');
    process.stderr.write(`${error.stack ?? error.message}\n`);
    process.exit(1);
  };
  const print = console.error;
  console.error = (...parts: unknown[]) => {
    if (insideEngine()) log.debug({ parts: parts.map(String) }, 'data API');
    else print(...parts);
  };
  process.on('uncaughtException', onUncaught);
  return () => {
    process.off('uncaughtException', onUncaught);
    console.error = print;
  };
}
