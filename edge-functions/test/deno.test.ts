import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { eventually, startPaymentWorld, type PaymentWorld } from './payment-world.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const deno = join(
  dirname(
    createRequire(import.meta.url).resolve(`@deno/${process.platform}-${process.arch}-glibc/package.json`),
  ),
  'deno',
);
let world: PaymentWorld;
const running: ChildProcess[] = [];
before(async () => {
  world = await startPaymentWorld();
});
after(async () => {
  for (const one of running) one.kill('SIGKILL');
  await world.stop();
});

/** Boots a function under Deno on a free port and answers its address. */
async function boot(name: string): Promise<string> {
  const flags = [
    'run',
    '--allow-net',
    '--allow-env',
    '--allow-read',
    '--cached-only',
    '--no-prompt',
    '--no-lock',
  ];
  const child = spawn(deno, [...flags, '--node-modules-dir=manual', join(root, name, 'index.ts')], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NO_COLOR: '1',
      ...world.env,
      DENO_SERVE_ADDRESS: 'tcp:127.0.0.1:0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  await eventually(() => /:\d+/.test(/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '') || child.exitCode !== null);
  const address = /127\.0\.0\.1:\d+/.exec(output)?.[0];
  assert.ok(address, `${name} did not start: ${output}`);
  return `http://${address}`;
}

test('every function boots under Deno and gives a stranger nothing', async () => {
  const expected = {
    'send-sms': 401,
    'payment-create': 401,
    'payment-webhook-wechat': 401,
    'payment-webhook-alipay': 401,
    'payment-webhook-stripe': 401,
    'payment-providers': 200,
    'payment-reconcile': 401,
    'payment-refund': 401,
    payout: 401,
    'payout-webhook-wechat': 401,
    'payment-sync': 401,
    'dispatch-tick': 401,
  };
  for (const [name, status] of Object.entries(expected)) {
    const url = await boot(name);
    const response = await fetch(`${url}/${name}`, { method: 'POST', body: '{}' });
    assert.equal(response.status, status, `${name}: ${await response.text()}`);
  }
});

const currencies = { wechat_pay: 'CNY', alipay: 'CNY', stripe: 'EUR' };
const webhooks = { wechat_pay: 'wechat', alipay: 'alipay', stripe: 'stripe' };

for (const [method, currency] of Object.entries(currencies)) {
  test(`a ${method} charge is made, its notification verified and recorded under Deno`, async () => {
    const expires_at = new Date(Date.now() + 900_000).toISOString();
    const out_trade_no = `LLdeno0${method.replace('_', '')}`;
    const payment = { payment_id: 'p1', out_trade_no, amount_cents: 990, currency, status: 'pending' };
    world.rest.calls.length = 0;
    world.rest.answers.create_payment = () => ({ body: { ...payment, description: '邻里', expires_at } });
    world.rest.answers.record_payment_event = () => ({ body: {} });
    const webhook = await boot(`payment-webhook-${webhooks[method as keyof typeof webhooks]}`);
    world.onNotify = async (request) =>
      fetch(webhook, { method: 'POST', headers: request.headers, body: await request.text() });
    const created = await fetch(await boot('payment-create'), {
      method: 'POST',
      headers: { authorization: 'Bearer user-token' },
      body: JSON.stringify({
        order_id: '0b0f9ad6-5c0c-4c53-9d5c-6a4f7a8c1e11',
        method,
        return_url: 'http://127.0.0.1:1/',
      }),
    });
    const answer = (await created.json()) as { redirect_url: string };
    assert.equal(created.status, 200, JSON.stringify(answer));
    await fetch(answer.redirect_url);
    const { url } = world.vendors[method as keyof typeof webhooks];
    await fetch(`${url}/sandbox/pay/${out_trade_no}`, { method: 'POST' });
    await eventually(() => world.rest.calls.some((one) => one.name === 'record_payment_event'));
  });
}

test('statements are read under Deno: compressed, in GBK, hashed', async () => {
  world.rest.answers.import_provider_statement = () => ({ body: {} });
  const headers = { apikey: String(world.env.SUPABASE_SERVICE_ROLE_KEY) };
  const body = JSON.stringify({ on: '2024-01-01' });
  const response = await fetch(await boot('payment-reconcile'), { method: 'POST', headers, body });
  const { results } = (await response.json()) as { results: { rows: number }[] };
  assert.deepEqual(
    results.map((one) => one.rows),
    [0, 0, 0],
  );
});
