import pg from 'pg';
import { openCrowd } from './crowd.ts';
import { measure, type Measurement } from './measure.ts';
import { readOptions, type BenchOptions } from './options.ts';
import type { PlatformFacts } from './platform-server.ts';
import { openRealtimeCrowd, pushFrame, topicOf } from './realtime-crowd.ts';
import { startServerProcess } from './server-process.ts';

const p99LimitMs = 100;
const cpuRatioLimit = 3;

async function benchBare(options: BenchOptions): Promise<Measurement> {
  const server = await startServerProcess<{ url: string }>('./bare-server.ts');
  try {
    const crowd = await openCrowd({
      ...options,
      url: (channel) => `${server.facts.url}/${channel}`,
      enter: async () => undefined,
    });
    const send = (channel: number, payload: string) =>
      crowd.speaker(channel).send(pushFrame(channel, 'position', payload));
    const result = await measure(options, crowd, () => server.cpuMicros(), send);
    crowd.close();
    return result;
  } finally {
    await server.stop();
  }
}

async function benchRealtime(options: BenchOptions): Promise<{ database: Measurement; client: Measurement }> {
  const server = await startServerProcess<PlatformFacts>('./platform-server.ts');
  const database = new pg.Pool({ connectionString: server.facts.dbUrl, max: 4 });
  try {
    await database.query(`
      create policy bench_read on realtime.messages for select to authenticated
        using ((select realtime.topic()) like 'bench:%');
      create policy bench_write on realtime.messages for insert to authenticated
        with check ((select realtime.topic()) like 'bench:%');
    `);
    const crowd = await openRealtimeCrowd(options, server.facts);
    const cpu = () => server.cpuMicros();
    let failure: Error | null = null;
    const fromDatabase = await measure(options, crowd, cpu, (channel, payload) => {
      const call = database.query("select realtime.send($1::jsonb, 'position', $2)", [
        payload,
        topicOf(channel),
      ]);
      call.catch((error: Error) => (failure = error));
    });
    if (failure) throw failure as Error;
    const fromClient = await measure(options, crowd, cpu, (channel, payload) =>
      crowd.speaker(channel).send(pushFrame(channel, 'position', payload)),
    );
    crowd.close();
    return { database: fromDatabase, client: fromClient };
  } finally {
    await database.end();
    await server.stop();
  }
}

function describe(name: string, { p50, p99, lost, delivered, cpuMicros }: Measurement): string {
  const latency = `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
  return `${name.padEnd(9)} ${delivered} delivered, ${lost} lost, ${latency}, ${cpuMicros.toFixed(1)} µs CPU a message`;
}

const options = readOptions();
const say = (line: string) => process.stderr.write(`${line}\n`);
const bare = await benchBare(options);
say(describe('bare ws', bare));
const { database, client } = await benchRealtime(options);
say(describe('database', database));
say(describe('client', client));

const round = (value: number) => Math.round(value * 100) / 100;
const summary = {
  sockets: options.sockets,
  p50_ms: round(Math.max(database.p50, client.p50)),
  p99_ms: round(Math.max(database.p99, client.p99)),
  lost: database.lost + client.lost,
  cpu_ratio: round(Math.max(database.cpuMicros, client.cpuMicros) / bare.cpuMicros),
};
const holds = summary.p99_ms < p99LimitMs && summary.lost === 0 && summary.cpu_ratio <= cpuRatioLimit;
if (!options.json) say(holds ? 'All expectations hold.' : 'An expectation does not hold.');
process.stdout.write(`${JSON.stringify(summary)}\n`);
process.exit(holds ? 0 : 1);
