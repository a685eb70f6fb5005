import { parseArgs } from 'node:util';
import pg from 'pg';
import { openTown } from '../checkout/open-town.ts';
import { percentile } from '../checkout/percentile.ts';
import { fillOrders } from './fill-orders.ts';
import { questions, type Question } from './questions.ts';

const p99LimitMs = 10;

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    orders: { type: 'string', default: '1000000' },
    pages: { type: 'string', default: '500' },
  },
});
const say = (line: string) => process.stderr.write(`${line}\n`);
const orders = Number(options.orders);
const pages = Number(options.pages);

/** Times of `pages` pages in milliseconds: the first page, then the next ones by its cursor, again from the top after five. */
async function ask(client: pg.Client, { person, args }: Question): Promise<number[]> {
  await client.query(`select tests.act_as('${person}')`);
  const times: number[] = [];
  let before: unknown = null;
  for (let page = 0; page < pages; page += 1) {
    if (page % 5 === 0) before = null;
    const start = performance.now();
    const { rows } = await client.query<{ list: { next: unknown } }>(
      `select public.list_orders(${args ? `${args}, ` : ''}p_before => $1, p_limit => 20) as list`,
      [before],
    );
    times.push(performance.now() - start);
    before = rows[0]?.list.next ?? null;
  }
  // The first round reads catalogs and brings pages into memory.
  return times.slice(5);
}

const summary = await openTown(async (dbUrl) => {
  const client = new pg.Client({ connectionString: dbUrl });
  await client.connect();
  try {
    say(`writing ${orders} orders …`);
    await fillOrders(client, orders);
    const worst = { staff: 0, ops: 0 };
    for (const question of questions) {
      await client.query('begin');
      const times = await ask(client, question);
      await client.query('rollback');
      const p99 = percentile(times, 0.99);
      worst[question.person] = Math.max(worst[question.person], p99);
      say(
        `${question.name.padEnd(20)} p50 ${percentile(times, 0.5).toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`,
      );
    }
    const round = (value: number) => Math.round(value * 100) / 100;
    return { orders, store_p99_ms: round(worst.staff), ops_p99_ms: round(worst.ops) };
  } finally {
    await client.end();
  }
});
const holds = summary.store_p99_ms < p99LimitMs && summary.ops_p99_ms < p99LimitMs;
if (!options.json) say(holds ? 'All expectations hold.' : 'An expectation does not hold.');
process.stdout.write(`${JSON.stringify(summary)}\n`);
process.exit(holds ? 0 : 1);
