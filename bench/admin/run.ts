import { parseArgs } from 'node:util';
import { fillOrders } from '../orders/fill-orders.ts';
import { measureFirstRow } from './measure-first-row.ts';
import { measureInitialJs } from './measure-initial-js.ts';
import { measureLists } from './measure-lists.ts';
import { measureMap } from './measure-map.ts';
import { openOffice } from './open-office.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    orders: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '100' },
    riders: { type: 'string', default: '2000' },
    'open-orders': { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '15' },
  },
});
const say = (line: string) => process.stderr.write(`${line}\n`);
const round = (value: number) => Math.round(value * 10) / 10;

const summary = await openOffice(say, async (office) => {
  const { db } = office;
  const initialJs = await measureInitialJs(office.buildDir);
  say(`initial JavaScript: ${initialJs.toFixed(1)} kB gzip`);
  say(`writing ${options.orders} orders …`);
  await fillOrders(db, Number(options.orders));
  const found = await db.query<{ id: string; timezone: string }>(
    `select id, timezone from public.cities where id = tests.person('city')`,
  );
  const city = found.rows[0] ?? { id: '', timezone: 'UTC' };
  const lists = await measureLists(office, city, Number(options.rounds), say);
  say(`from the click to the first row: ${(await measureFirstRow(office, city.id)).toFixed(0)} ms`);
  const map = await measureMap(
    office,
    {
      riders: Number(options.riders),
      orders: Number(options['open-orders']),
      everyMs: 5000,
      seconds: Number(options.seconds),
    },
    say,
  );
  return {
    initial_js_gzip_kb: round(initialJs),
    list_p95_ms: round(lists.list),
    filter_p95_ms: round(lists.filter),
    map_fps: round(map.live),
  };
});
const holds =
  summary.initial_js_gzip_kb <= 350 &&
  summary.list_p95_ms < 300 &&
  summary.filter_p95_ms < 300 &&
  summary.map_fps >= 30;
if (!options.json) say(holds ? 'All expectations hold.' : 'An expectation does not hold.');
process.stdout.write(`${JSON.stringify(summary)}\n`);
process.exit(holds ? 0 : 1);
