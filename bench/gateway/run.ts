import { readFile } from 'node:fs/promises';
import { SignJWT } from 'jose';
import pg from 'pg';
import type { PlatformFacts } from '../realtime/platform-server.ts';
import { startServerProcess } from '../realtime/server-process.ts';
import { load, type Load, type Target } from './load.ts';
import { readOptions } from './options.ts';

const rpcRatioLimit = 0.5;
const user = '00000000-0000-4000-8000-000000000007';

type Way = 'bare' | 'gateway';
type Shape = 'rpc' | 'select';

const options = readOptions();
const say = (line: string) => process.stderr.write(`${line}\n`);
const platform = await startServerProcess<PlatformFacts>('./platform-server.ts');
const bare = await startServerProcess<{ url: string }>('../gateway/bare-server.ts', [
  platform.facts.dbUrl,
  user,
]);

const targets = await prepare();
const totals = new Map<string, { answers: number; seconds: number }>();
let errors = 0;
for (const shape of ['rpc', 'select'] as const) {
  for (const way of ['bare', 'gateway'] as const) await load(targets[shape][way], options.connections, 2);
  for (let round = 0; round < options.rounds; round += 1) {
    for (const way of ['bare', 'gateway'] as const) {
      const server = way === 'bare' ? bare : platform;
      const before = await server.cpuMicros();
      const result = await load(targets[shape][way], options.connections, options.seconds);
      note(shape, way, result, (await server.cpuMicros()) - before);
    }
  }
}
await bare.stop();
await platform.stop();

const summary = { rpc_ratio: ratio('rpc'), select_ratio: ratio('select'), errors };
const holds = summary.rpc_ratio >= rpcRatioLimit && errors === 0;
if (!options.json) say(holds ? 'All expectations hold.' : 'An expectation does not hold.');
process.stdout.write(`${JSON.stringify(summary)}\n`);
process.exit(holds ? 0 : 1);

async function prepare(): Promise<Record<Shape, Record<Way, Target>>> {
  const { url, publishableKey, jwtSecret, dbUrl } = platform.facts;
  const client = new pg.Client({ connectionString: dbUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  await client.query(await readFile(new URL('schema.sql', import.meta.url), 'utf8'));
  await client.end();
  // The schema's change reaches the gateway by a notification.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const token = await new SignJWT({ role: 'authenticated', aud: 'authenticated', sub: user })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(jwtSecret));
  const json = { 'content-type': 'application/json' };
  const headers = { apikey: publishableKey, authorization: `Bearer ${token}` };
  let n = 0;
  const order = {
    method: 'POST' as const,
    body: () => JSON.stringify({ item_id: (n++ % 10_000) + 1, quantity: 2 }),
    isRight: (body: string) => body.includes('"total_cents"'),
  };
  const items = {
    method: 'GET' as const,
    body: null,
    isRight: (body: string) => (JSON.parse(body) as unknown[]).length === 20,
  };
  const columns = 'select=id,name,price_cents,attributes,changed_at';
  return {
    rpc: {
      bare: { ...order, url: `${bare.facts.url}/order`, headers: json },
      gateway: { ...order, url: `${url}/rest/v1/rpc/bench_order`, headers: { ...json, ...headers } },
    },
    select: {
      bare: { ...items, url: `${bare.facts.url}/items`, headers: {} },
      gateway: { ...items, url: `${url}/rest/v1/bench_items?${columns}&order=id&limit=20`, headers },
    },
  };
}

function note(shape: Shape, way: Way, result: Load, cpuMicros: number): void {
  const key = `${shape} ${way}`;
  const total = totals.get(key) ?? { answers: 0, seconds: 0 };
  totals.set(key, {
    answers: total.answers + result.answers,
    seconds: total.seconds + result.seconds,
  });
  errors += result.errors;
  const rate = Math.round(result.answers / result.seconds);
  const cpu = Math.round(cpuMicros / Math.max(result.answers, 1));
  say(`${key.padEnd(15)} ${rate} answers/s, ${cpu} µs CPU each, ${result.errors} errors`);
  if (result.firstError) say(`  ${result.firstError.slice(0, 300)}`);
}

/** Answers a second through the gateway over those of the bare handler. */
function ratio(shape: Shape): number {
  const rate = (way: Way): number => {
    const { answers, seconds } = totals.get(`${shape} ${way}`) ?? { answers: 0, seconds: 1 };
    return answers / seconds;
  };
  return Math.round((rate('gateway') / rate('bare')) * 100) / 100;
}
