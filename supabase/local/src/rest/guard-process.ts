import type { Logger } from 'pino';

/**
 * Guards around lite: postgres.js throws from a timer when the server drops a connection under load, which would end
 * the process; lite prints every database error; and it replaces `process.emitWarning` by one that fails on a warning
 * which is no text. Returns a function that takes the guards away.
 */
export function guardProcess(insideEngine: () => boolean, log: Logger): () => void {
  const onUncaught = (error: Error): void => {
    if (/[\\/]postgres[\\/](src|cjs[\\/]src)[\\/]connection\.js/.test(error.stack ?? '')) {
      log.warn({ err: error }, 'a database connection broke');
      return;
    }
    // Whoever else listens decides; alone, we do what Node would have done.
    if (process.listenerCount('uncaughtException') > 1) return;
    log.fatal({ err: error }, 'uncaught error');
    process.stderr.write(`${error.stack ?? error.message}\n`);
    process.exit(1);
  };
  const print = console.error;
  console.error = (...parts: unknown[]) => {
    if (insideEngine()) log.debug({ parts: parts.map(String) }, 'data API');
    else print(...parts);
  };
  const warn = process.emitWarning;
  process.emitWarning = ((warning: string | Error, ...details: []) => {
    if (typeof warning === 'string') warn(warning, ...details);
    else warn(warning.message, { type: warning.name, ctor: process.emitWarning });
  }) as typeof process.emitWarning;
  process.on('uncaughtException', onUncaught);
  return () => {
    process.off('uncaughtException', onUncaught);
    console.error = print;
    process.emitWarning = warn;
  };
}
