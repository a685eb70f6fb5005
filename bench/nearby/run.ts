import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { renderSchemas } from '../../packages/launcher/src/database/read-schemas.ts';
import { runScript, withScratchPlatform } from '../../packages/launcher/src/database/scratch-platform.ts';
import { schemasDir } from '../../packages/launcher/src/paths.ts';
import { askBare, askStores, type Place } from './ask.ts';
import { fill } from './fill.ts';
import { readOptions } from './options.ts';

const ratioLimit = 6;
const growthLimit = 3;
const warmUp = 100;

interface Run {
  stores: number;
  p50_ms: number;
  p99_ms: number;
  bare_p50_ms: number;
  ratio: number;
}

const options = readOptions();
const say = (line: string) => process.stderr.write(`${line}\n`);
const runs = await withScratchPlatform(async ({ dbUrl }) => {
  await runScript(dbUrl, await renderSchemas(schemasDir));
  await runScript(dbUrl, await readFile(new URL('schema.sql', import.meta.url), 'utf8'));
  const owner = await connect(dbUrl);
  const visitor = await connect(dbUrl);
  await visitor.query('set role anon');
  const results: Run[] = [];
  for (const stores of options.sizes) {
    const start = performance.now();
    await fill(owner, results.at(-1)?.stores ?? 0, stores);
    say(`${stores} stores made in ${Math.round((performance.now() - start) / 1000)} s`);
    results.push(await measure(owner, visitor, stores));
  }
  await Promise.all([owner.end(), visitor.end()]);
  return results;
});

const first = runs[0]?.p50_ms ?? 1;
const growth = round((runs.at(-1)?.p50_ms ?? first) / first);
const holds = growth <= growthLimit && runs.every((run) => run.ratio <= ratioLimit);
if (!options.json) say(holds ? 'All expectations hold.' : 'An expectation does not hold.');
process.stdout.write(`${JSON.stringify({ runs, growth })}\n`);
process.exit(holds ? 0 : 1);

/** Asks in turns, at places all over the towns, so that both kinds meet the same machine. */
async function measure(owner: pg.Client, visitor: pg.Client, stores: number): Promise<Run> {
  const found: number[] = [];
  const bare: number[] = [];
  for (let n = -warmUp; n < options.questions; n += 1) {
    const place = anywhere(stores / 1000);
    const [one, other] = [await askBare(owner, place), await askStores(visitor, place)];
    if (n < 0) continue;
    bare.push(one);
    found.push(other);
  }
  const run = {
    stores,
    p50_ms: round(quantile(found, 0.5)),
    p99_ms: round(quantile(found, 0.99)),
    bare_p50_ms: round(quantile(bare, 0.5)),
    ratio: round(quantile(found, 0.5) / quantile(bare, 0.5)),
  };
  say(
    `${stores} stores: ${run.p50_ms} ms (p99 ${run.p99_ms}), bare ${run.bare_p50_ms} ms, ratio ${run.ratio}`,
  );
  return run;
}

/** A place up to 2 km from the middle of some town; the grid is the one of schema.sql. */
function anywhere(towns: number): Place {
  const town = Math.floor(Math.random() * towns);
  return {
    lon: 100 + (town % 40) * 0.5 + (Math.random() - 0.5) * 0.04,
    lat: 22 + Math.floor(town / 40) * 0.5 + (Math.random() - 0.5) * 0.04,
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  return client;
}

function quantile(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
