import { parseArgs } from 'node:util';
import { renderSchemas } from '../../packages/launcher/src/database/read-schemas.ts';
import { runScript, withScratchPlatform } from '../../packages/launcher/src/database/scratch-platform.ts';
import { schemasDir } from '../../packages/launcher/src/paths.ts';
import { buildDemoTown, importTown, loadTown } from '../../seed/src/index.ts';
import { Chance } from './live/chance.ts';
import { checkTown } from './live/check-town.ts';
import { clockScript } from './live/clock-script.ts';
import type { TickTally } from './live/dispatcher.ts';
import { Kitchen } from './live/kitchen.ts';
import { makeCrew } from './live/make-crew.ts';
import { Mishaps } from './live/mishaps.ts';
import { RiderAgent } from './live/rider-agent.ts';
import { runHours } from './live/run-hours.ts';
import { openSimDatabase, type SimDatabase } from './live/sim-database.ts';
import { quantile } from './report/quantile.ts';

/**
 * `npm run bench:dispatch:live -- [--json] [--town FILE.osm.gz] [--riders 40] [--orders 150] [--seed 1]`: two simulated
 * lunches in a town of the product's seed, through the product's own commands, on a database with a clock of its own.
 * After the first the town learns; in the second things go wrong on purpose. Exit 1 when a rule of the town is broken
 * or the promised p90 did not hold in 85 to 95 % of the second day's deliveries.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    town: { type: 'string' },
    riders: { type: 'string', default: '40' },
    orders: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
  },
});
const riderCount = Number(values.riders);
const orderCount = Number(values.orders);
const lunch = Date.parse('2026-11-16T03:00:00Z') / 1000;
const day = 86_400;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const town = values.town
  ? await importTown({ file: values.town, slug: 'sim', currency: 'EUR', timezone: 'Europe/Paris' })
  : buildDemoTown();

await withScratchPlatform(async ({ adminUrl, dbUrl }) => {
  await runScript(adminUrl, clockScript);
  await runScript(dbUrl, await renderSchemas(schemasDir));
  // The platform's own minute and dispatcher live by the machine's clock.
  await runScript(dbUrl, `select cron.unschedule(jobname) from cron.job; delete from vault.secrets`);
  await loadTown(town, dbUrl);
  const db = await openSimDatabase(dbUrl);
  try {
    await liveTwoLunches(db);
  } finally {
    await db.end();
  }
});

/** Both days, what came of them, and the exit code. */
async function liveTwoLunches(db: SimDatabase): Promise<void> {
  db.now = lunch - 3600;
  const chance = new Chance(Number(values.seed));
  const crew = await makeCrew(db, riderCount, Math.max(60, orderCount));
  const riders = crew.riders.map(
    (id) =>
      new RiderAgent(
        db,
        chance,
        { slowness: 1.35, accepts: 0.88, declines: 0.06 },
        id,
        chance.pick(crew.stores),
      ),
  );
  const kitchen = new Kitchen(db, crew, chance);
  const tally: TickTally = { rounds: 0, offered: 0, busy: 0, outcomes: {}, cpuMs: [] };
  await runHours({ db, crew, chance, kitchen, riders, tally, mishaps: null }, lunch, 5400, orderCount);
  say(
    `day 1: ${kitchen.orders.length} orders, ${tally.rounds} rounds, ${JSON.stringify(tally.outcomes)}, refused ${JSON.stringify(kitchen.refused)}`,
  );
  await db.call('postgres', 'select private.learn_from_deliveries()');
  const mishaps = new Mishaps(db, crew, riders);
  await runHours({ db, crew, chance, kitchen, riders, tally, mishaps }, lunch + day, 5400, orderCount);
  for (const [name, id] of mishaps.done) {
    const end = await db.call<string>(
      'postgres',
      `select d.status || ', order ' || o.status from public.deliveries d join public.orders o on o.id = d.order_id where d.id = $1`,
      id,
    );
    say(`  ${name}: ${end}`);
  }
  const days = await db.rows<{ day: number; delivered: number; held: number; width: number; ctd: number }>(
    `select ceil(extract(epoch from d.created_at - to_timestamp(${lunch})) / ${day})::int as day, count(*) as delivered,
       round(avg((d.delivered_at <= d.promised_p90_at)::int), 3) as held,
       round(avg(extract(epoch from p.p90_at - p.predicted_at)) / 60, 1) as width,
       round(avg(extract(epoch from d.delivered_at - o.placed_at)) / 60, 1) as ctd
     from public.deliveries d join public.orders o on o.id = d.order_id
     join private.eta_predictions p on p.delivery_id = d.id and p.stage = 0
     where d.status = 'delivered' group by 1 order by 1`,
  );
  for (const one of days)
    say(
      `day ${one.day}: ${one.delivered} delivered in ${one.ctd} min on average, promised p90 ${one.width} min ahead, held in ${(one.held * 100).toFixed(1)} %`,
    );
  const faults = await checkTown(db);
  const held = days.at(-1)?.held ?? 0;
  if (held < 0.85 || held > 0.95) faults.push(`the promised p90 held in ${(held * 100).toFixed(1)} %`);
  for (const fault of faults) say(`✗ ${fault}`);
  const sum = (pick: (rider: RiderAgent) => number): number =>
    riders.reduce((all, one) => all + pick(one), 0);
  const summary = {
    riders: riderCount,
    orders: kitchen.orders.length,
    refused: kitchen.refused,
    rounds: tally.rounds,
    outcomes: tally.outcomes,
    busy: tally.busy,
    accepted: sum((one) => one.accepted),
    declined: sum((one) => one.declined),
    ignored: sum((one) => one.ignored),
    followed: sum((one) => one.followed),
    tick_cpu_p99_ms: Math.round(quantile(tally.cpuMs, 0.99)),
    days,
    faults,
  };
  say(values.json ? JSON.stringify(summary) : `${faults.length === 0 ? 'a legal town' : 'NOT a legal town'}`);
  if (faults.length > 0) process.exitCode = 1;
}
