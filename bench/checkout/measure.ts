import pg from 'pg';
import { percentile } from './percentile.ts';

export interface Measurement {
  perSecond: number;
  p99Ms: number;
}

/** Opens the sessions that a part of the bench buys on. */
export function openSessions(dbUrl: string, count: number): Promise<pg.Client[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const session = new pg.Client({ connectionString: dbUrl });
      await session.connect();
      return session;
    }),
  );
}

/**
 * Runs `buy` again and again on every session for `seconds`, after three orders each that are not counted:
 * orders a second, and the p99 of one whole order in milliseconds.
 */
export async function measure(
  sessions: pg.Client[],
  seconds: number,
  buy: (session: pg.Client) => Promise<void>,
): Promise<Measurement> {
  for (let round = 0; round < 3; round += 1) await Promise.all(sessions.map(buy));
  const times: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    sessions.map(async (session) => {
      while (performance.now() < end) {
        const began = performance.now();
        await buy(session);
        times.push(performance.now() - began);
      }
    }),
  );
  return {
    perSecond: times.length / ((performance.now() - start) / 1000),
    p99Ms: percentile(times, 0.99),
  };
}
