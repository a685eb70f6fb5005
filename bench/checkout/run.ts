import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { checkout, findShop } from './checkout.ts';
import { record, replay, type Recording } from './floor.ts';
import { measure, openSessions, type Measurement } from './measure.ts';
import { openTown } from './open-town.ts';
import { readOptions } from './options.ts';

const ratioLimit = 0.4;
const hotRatioLimit = 0.25;
const baskets = 40;
const slices = 3;

const options = readOptions();
const say = (line: string) => process.stderr.write(`${line}\n`);

interface Part {
  name: string;
  buy: (client: pg.Client, buyer: number) => Promise<void>;
  slices: Measurement[];
}

const summary = await openTown(async (dbUrl) => {
  const client = new pg.Client({ connectionString: dbUrl });
  await client.connect();
  await client.query(await readFile(new URL('./shop.sql', import.meta.url), 'utf8'));
  await client.query('vacuum');
  await findShop(client);
  let buyer = 0;
  const nextBuyer = (): number => (buyer += 1);
  // The first checkout fills catalogs and accounts; the recorded ones write what every later one writes.
  await checkout(client, nextBuyer(), 0);
  const recordings: Recording[] = [];
  for (let basket = 0; basket < baskets; basket += 1)
    recordings.push(await record(client, nextBuyer(), basket));
  await client.end();
  const [sample] = recordings;
  say(
    `an order is ${sample?.transactions.flat().length} statements in ${sample?.transactions.length} transactions when nothing is checked`,
  );
  const recordingOf = (number: number): Recording => {
    const recording = recordings[number % baskets];
    if (!recording) throw new Error('nothing was recorded');
    return recording;
  };

  const parts: Part[] = [
    { name: 'checkout', slices: [], buy: (session, nr) => checkout(session, nr, nr % baskets) },
    { name: 'floor', slices: [], buy: (session, nr) => replay(session, recordingOf(nr), nr) },
    { name: 'hot item', slices: [], buy: (session, nr) => checkout(session, nr, 0) },
    { name: 'hot floor', slices: [], buy: (session, nr) => replay(session, recordingOf(0), nr) },
  ];
  // In turns, so that what else the machine does meets all of them.
  const sessions = await Promise.all(parts.map(() => openSessions(dbUrl, options.connections)));
  for (let slice = 0; slice < slices; slice += 1)
    for (const [index, part] of parts.entries())
      part.slices.push(
        await measure(sessions[index] ?? [], options.seconds / slices, (session) =>
          part.buy(session, nextBuyer()),
        ),
      );
  await Promise.all(sessions.flat().map((session) => session.end()));
  const perSecond = (index: number): number => {
    const all = parts[index]?.slices ?? [];
    return all.reduce((sum, slice) => sum + slice.perSecond, 0) / all.length;
  };
  for (const [index, { name, slices: all }] of parts.entries())
    say(
      `${name.padEnd(10)} ${perSecond(index).toFixed(1)} orders/s, p99 ${Math.max(...all.map(({ p99Ms }) => p99Ms)).toFixed(1)} ms`,
    );
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    orders_per_s: round(perSecond(0)),
    floor_per_s: round(perSecond(1)),
    ratio: round(perSecond(0) / perSecond(1)),
    hot_ratio: round(perSecond(2) / perSecond(3)),
    p99_ms: round(Math.max(...(parts[0]?.slices ?? []).map(({ p99Ms }) => p99Ms))),
  };
});
const holds = summary.ratio >= ratioLimit && summary.hot_ratio >= hotRatioLimit;
if (!options.json) say(holds ? 'All expectations hold.' : 'An expectation does not hold.');
process.stdout.write(`${JSON.stringify(summary)}\n`);
process.exit(holds ? 0 : 1);
