import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCluster, type Cluster } from '@linli/local-platform/cluster/cluster';
import { SUPERUSER } from '@linli/local-platform/cluster/initialise';
import { freePort } from '@linli/local-platform/cluster/port';
import { pino } from 'pino';
import { ensureN8nDatabase, isN8nInstalled, startN8n, type RunningN8n } from '../src/n8n/index.ts';

interface Call {
  path: string;
  body: Record<string, unknown>;
  apikey: string | undefined;
}

const options = { skip: isN8nInstalled() ? false : 'n8n is not installed on this machine', timeout: 240_000 };
const dataDir = mkdtempSync(join(tmpdir(), 'n8n-test-'));
const serviceKey = `sb_secret_${randomBytes(8).toString('hex')}`;
const webhookKey = randomBytes(16).toString('hex');
const calls: Call[] = [];
const outbox: Record<string, unknown>[] = [];
let settlementFails = false;
let cluster: Cluster;
let n8n: RunningN8n;

function answer(path: string, body: Record<string, unknown>): [number, unknown] {
  switch (path) {
    case '/rest/v1/rpc/claim_outbox_messages':
      return [200, outbox.splice(0)];
    case '/functions/v1/send-sms':
      return body.phone === 'bad' ? [422, { message: 'sms.phone_invalid' }] : [200, { message_id: 'm1' }];
    case '/rest/v1/rpc/deliver_notification':
    case '/rest/v1/rpc/finish_outbox_message':
    case '/rest/v1/rpc/record_workflow_failure':
      return [204, null];
    case '/rest/v1/rpc/run_settlement':
      return settlementFails ? [500, { message: 'platform.internal' }] : [200, { statements: 2, lines: 7 }];
    case '/functions/v1/payment-reconcile':
      return [200, { results: [] }];
    default:
      return [404, { message: 'not found' }];
  }
}

const rest = http.createServer(async (request, response) => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const path = request.url ?? '';
  const body = JSON.parse(text || '{}') as Record<string, unknown>;
  calls.push({ path, body, apikey: request.headers.apikey as string | undefined });
  const [status, value] = answer(path, body);
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(value === null ? '' : JSON.stringify(value));
});

before(async () => {
  if (options.skip) return;
  await new Promise<void>((done) => rest.listen(0, '127.0.0.1', done));
  const password = randomBytes(12).toString('hex');
  const databasePort = await freePort();
  cluster = await startCluster({
    dataDir,
    installationId: randomBytes(8).toString('hex'),
    superuserPassword: password,
    vaultKey: randomBytes(32).toString('hex'),
    port: databasePort,
    durable: false,
    log: pino({ level: 'silent' }),
  });
  await ensureN8nDatabase(cluster.urlFor(SUPERUSER, password), 'n8n', password);
  const database = {
    host: '127.0.0.1',
    port: databasePort,
    user: 'n8n',
    password,
    database: 'postgres',
    schema: 'n8n',
  };
  n8n = await startN8n({
    dataDir: join(dataDir, 'n8n'),
    port: await freePort(),
    brokerPort: await freePort(),
    database,
    supabaseUrl: `http://127.0.0.1:${(rest.address() as AddressInfo).port}`,
    serviceKey,
    webhookKey,
    owner: { email: 'ops@linli.test', password: 'Linli-demo-1' },
  });
}, options);

after(async () => {
  await n8n?.stop();
  await cluster?.stop();
  rest.close();
  rest.closeAllConnections();
  rmSync(dataDir, { recursive: true, force: true });
}, options);

const to = (name: string) => calls.filter((one) => one.path.endsWith(`/${name}`));

async function ask(
  path: string,
  body: unknown,
  key = webhookKey,
): Promise<{ status: number; json: unknown }> {
  const headers = { 'content-type': 'application/json', 'x-linli-key': key };
  const response = await fetch(`${n8n.url}/webhook/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, json: text.startsWith('{') ? JSON.parse(text) : text };
}

async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(50)) if (await holds()) return;
  assert.fail('did not come to hold within 60 s');
}

test('a nudge sends what waits in the outbox and tells the database how each went', options, async () => {
  const sms = { template: 'order_closed', params: { number: 'D1', store: '老街面馆' } };
  outbox.push(
    { id: 'a1', kind: 'notify.sms', payload: { ...sms, phone: '13800138000' }, attempts: 1 },
    { id: 'a2', kind: 'notify.in_app', payload: {}, attempts: 1 },
    { id: 'a3', kind: 'notify.sms', payload: { ...sms, phone: 'bad' }, attempts: 1 },
    { id: 'a4', kind: 'notify.pigeon', payload: {}, attempts: 1 },
  );
  assert.equal((await ask('linli-outbox', {}, 'wrong')).status, 403);
  assert.equal((await ask('linli-outbox', {})).status, 200);
  await eventually(() => to('finish_outbox_message').length === 4);
  const finished = new Map(to('finish_outbox_message').map((one) => [one.body.p_id, one.body.p_error]));
  assert.equal(finished.get('a1'), null);
  assert.equal(finished.get('a2'), null);
  assert.match(String(finished.get('a3')), /sms\.phone_invalid/);
  assert.match(String(finished.get('a4')), /notify\.pigeon/);
  assert.deepEqual(to('deliver_notification')[0]?.body, { p_message_id: 'a2' });
  assert.deepEqual(to('send-sms')[0]?.body, { ...sms, phone: '13800138000' });
  assert.ok(calls.every((one) => one.apikey === serviceKey));
});

test('settlement answers what it made, for a given day and for yesterday', options, async () => {
  const given = await ask('linli-settlement', { on_date: '2026-11-21' });
  assert.deepEqual(given, { status: 200, json: { statements: 2, lines: 7 } });
  assert.equal((await ask('linli-settlement', {})).status, 200);
  assert.deepEqual(
    to('run_settlement').map((one) => one.body.p_on),
    ['2026-11-21', null],
  );
});

test('reconciliation asks for a given day and for yesterday', options, async () => {
  const given = await ask('linli-reconciliation', { on_date: '2026-11-21' });
  assert.deepEqual(given, { status: 200, json: { results: [] } });
  assert.equal((await ask('linli-reconciliation', {})).status, 200);
  assert.deepEqual(
    to('payment-reconcile').map((one) => one.body),
    [{ on: '2026-11-21' }, {}],
  );
});

test('a failing run is retried, answered as an error and reported', options, async () => {
  settlementFails = true;
  assert.equal((await ask('linli-settlement', {})).status, 500);
  settlementFails = false;
  await eventually(() => to('record_workflow_failure').length > 0);
  assert.match(String(to('record_workflow_failure')[0]?.body.p_workflow), /Nightly settlement/);
});

test('n8n comes back when it dies', options, async () => {
  const pid = n8n.pid();
  assert.ok(pid);
  process.kill(pid, 'SIGKILL');
  await eventually(async () => n8n.pid() !== undefined && n8n.pid() !== pid);
  await eventually(async () => {
    const answered = await ask('linli-settlement', {}).catch(() => ({ status: 0 }));
    return answered.status === 200;
  });
});
