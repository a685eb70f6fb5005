import pg from 'pg';
import type { PlatformFacts } from '../realtime/platform-server.ts';
import { startServerProcess } from '../realtime/server-process.ts';
import { readOptions } from './options.ts';
import { prepare, type Wallet } from './prepare.ts';
import { plainTransfer, postedTransfer, type Transfer } from './transfer.ts';

const options = readOptions();
const say = (line: string) => process.stderr.write(`${line}\n`);
const platform = await startServerProcess<PlatformFacts>('./platform-server.ts');
const { dbUrl } = platform.facts;
const wallets = await prepare(dbUrl, options.accounts);
const clients = await Promise.all(
  Array.from({ length: options.connections }, async () => {
    const client = new pg.Client({ connectionString: dbUrl, connectionTimeoutMillis: 10_000 });
    await client.connect();
    return client;
  }),
);

const hot = wallets[0] as Wallet;
const other = (not: Wallet): Wallet => {
  for (;;) {
    const one = wallets[Math.floor(Math.random() * wallets.length)] as Wallet;
    if (one !== not) return one;
  }
};
const anyTwo = (): [Wallet, Wallet] => {
  const one = other(hot);
  return [one, other(one)];
};
const ways: Record<'random' | 'hot' | 'floor', Transfer> = {
  random: postedTransfer(anyTwo),
  hot: postedTransfer(() => [hot, other(hot)]),
  floor: plainTransfer(anyTwo),
};

const totals = {
  random: { done: 0, seconds: 0 },
  hot: { done: 0, seconds: 0 },
  floor: { done: 0, seconds: 0 },
};
for (const way of ['random', 'hot', 'floor'] as const) await turn(ways[way], 1);
for (let round = 0; round < options.rounds; round += 1) {
  for (const way of ['random', 'hot', 'floor'] as const) {
    const { done, seconds } = await turn(ways[way], options.seconds);
    totals[way].done += done;
    totals[way].seconds += seconds;
    say(`${way.padEnd(7)} ${Math.round(done / seconds)} transfers/s`);
  }
}
const [first] = clients as [pg.Client];
const { rows: sums } = await first.query<{ sum: string }>(
  'select coalesce(sum(amount_cents), 0) as sum from public.ledger_entries',
);
const { rows: problems } = await first.query(
  'select * from private.check_ledger() where problem not like $1',
  [
    // Wallets start empty here, so half of them are below zero.
    'wallet %',
  ],
);
await Promise.all(clients.map((client) => client.end()));
await platform.stop();

const perSecond = (way: keyof typeof totals) => Math.round(totals[way].done / totals[way].seconds);
const summary = {
  transfers_per_s: perSecond('random'),
  hot_per_s: perSecond('hot'),
  floor_per_s: perSecond('floor'),
  sum: Number(sums[0]?.sum),
};
const holds = summary.sum === 0 && problems.length === 0;
if (!options.json)
  say(holds ? 'The books balance.' : `The books do not balance: ${JSON.stringify(problems)}`);
process.stdout.write(`${JSON.stringify(summary)}\n`);
process.exit(holds ? 0 : 1);

/** Every connection makes one transfer after another for about `seconds`. */
async function turn(transfer: Transfer, seconds: number): Promise<{ done: number; seconds: number }> {
  const began = performance.now();
  const until = began + seconds * 1000;
  let done = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < until) {
        await transfer(client);
        done += 1;
      }
    }),
  );
  return { done, seconds: (performance.now() - began) / 1000 };
}
