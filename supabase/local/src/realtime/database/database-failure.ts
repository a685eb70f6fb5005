import { RealtimeFailure } from '../failure.ts';

/** Says what a database error means to a client that wants to join. */
export function databaseFailure(error: unknown): RealtimeFailure {
  if (error instanceof RealtimeFailure) return error;
  const { code, message } = error as { code?: string; message?: string };
  if (code === '53300' || code === '53400') {
    return new RealtimeFailure(
      'DatabaseLackOfConnections',
      "Database can't accept more connections, Realtime won't connect",
    );
  }
  if (code === '23514') {
    return new RealtimeFailure(
      'MissingPartition',
      'Realtime was unable to find the expected messages partition',
    );
  }
  if (code === '57014') return new RealtimeFailure('QueryCanceled', 'Query was cancelled, please try again');
  const failure = new RealtimeFailure(
    'UnableToConnectToProject',
    'Realtime was unable to connect to the project database',
  );
  failure.cause = message;
  return failure;
}
