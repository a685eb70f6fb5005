import pg from 'pg';
import { percentile } from './percentile.ts';

export interface Measurement {
  perSecond: number;
  p99Ms: number;
  count: number;
}

/**
 * Runs `buy` again and again on `connections` sessions for `seconds`, after a warm-up of two orders a session:
 * orders a second and the p99 of one whole order in milliseconds.
 */
export async function measure(
  dbUrl: string,
  { connections, seconds }: { connections: number; seconds: number },
  buy: (client: pg.Client, buyer: number) => Promise<void>,
): Promise<Measurement> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: dbUrl });
      await client.connect();
      return client;
    }),
  );
  try {
    let buyer = 0;
    const next = (): number => (buyer += 1);
    for (let round = 0; round < 2; round += 1) await Promise.all(clients.map((client) => buy(client, next())));
    const times: number[] = [];
    const start = performance.now();
    const end = start + seconds * 1000;
    await Promise.all(
      clients.map(async (client) => {
        while (performance.now() < end) {
          const began = performance.now();
          await buy(client, next());
          times.push(performance.now() - began);
        }
      }),
    );
    return {
      perSecond: times.length / ((performance.now() - start) / 1000),
      p99Ms: percentile(times, 0.99),
      count: times.length,
    };
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}
