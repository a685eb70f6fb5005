import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { startWechatPaySandbox, type RunningWechatPaySandbox } from '@linli/wechat-pay-sandbox';
import { createPayoutWebhookWechatApp } from '../payout-webhook-wechat/app.ts';
import { createPayoutApp } from '../payout/app.ts';
import { eventually, serviceKey, startPaymentWorld, type PaymentWorld } from './payment-world.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'payout-'));
let world: PaymentWorld;
let waiting: RunningWechatPaySandbox;
before(async () => {
  world = await startPaymentWorld();
  // A second merchant whose payees confirm each transfer.
  const transferOutcome = 'WAIT_USER_CONFIRM';
  waiting = await startWechatPaySandbox({ dataDir, port: 0, retryDelaysMs: [20, 20, 20], transferOutcome });
});
after(async () => {
  await waiting.stop();
  await world.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(() => {
  world.rest.calls.length = 0;
  world.rest.answers.record_payout_event = () => ({ body: { is_duplicate: false } });
});

const waitingEnv = () => ({
  ...world.env,
  WECHAT_PAY_BASE_URL: waiting.url,
  WECHAT_PAY_MCHID: waiting.credentials.mchid,
  WECHAT_PAY_APPID: waiting.credentials.appid,
  WECHAT_PAY_SERIAL_NO: waiting.credentials.merchantSerialNo,
  WECHAT_PAY_PRIVATE_KEY: waiting.credentials.merchantPrivateKey,
  WECHAT_PAY_API_V3_KEY: waiting.credentials.apiV3Key,
});

const row = (no: string, change: Record<string, unknown> = {}) => ({
  payout_id: `id-${no}`,
  out_payout_no: no,
  amount_cents: 8800,
  currency: 'CNY',
  party: 'rider',
  holder_name: '王小明',
  bank_name: '微信零钱',
  account_number: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
  attempt_count: 1,
  ...change,
});

async function run(rows: unknown[], env: Record<string, string | undefined> = world.env, key = serviceKey) {
  world.rest.answers.claim_payouts = () => ({ body: rows });
  const init = { method: 'POST', headers: { authorization: `Bearer ${key}` } };
  const response = await createPayoutApp(env).request('/', init);
  const json = (await response.json()) as { results: Record<string, string>[] };
  return { status: response.status, results: json.results };
}

const events = () =>
  world.rest.calls.filter((one) => one.name === 'record_payout_event').map((one) => one.args);

test('a transfer that is done at once is recorded as paid; a repeat is the same event', async () => {
  assert.equal((await run([], world.env, 'wrong')).status, 401);
  const { results } = await run([row('LPpaid01')]);
  assert.deepEqual(results, [{ payout_id: 'id-LPpaid01', out_payout_no: 'LPpaid01', status: 'paid' }]);
  await run([row('LPpaid01')]);
  const [first, second] = events();
  assert.deepEqual([first?.p_kind, first?.p_amount_cents], ['paid', 8800]);
  assert.equal(first?.p_event_id, second?.p_event_id);
  assert.ok(first?.p_reference);
  const transfers = (await (
    await fetch(`${world.vendors.wechat_pay.url}/sandbox/transfers`)
  ).json()) as unknown[];
  assert.equal(transfers.length, 1);
});

test('an account that no provider can pay to fails, so that finance pays by hand', async () => {
  const { results } = await run([
    row('LPbank01', { bank_name: '工商银行', account_number: '6222020200112233445' }),
    row('LPlarge1', { amount_cents: 200_000 }),
    row('LPeuro01', { currency: 'EUR' }),
  ]);
  assert.deepEqual(
    results.map((one) => one.status),
    ['failed', 'failed', 'failed'],
  );
  assert.equal((events()[0]?.p_payload as Record<string, string>).reason, 'account_unsupported');
  const none = await run([row('LPnone01')], { ...world.env, WECHAT_TRANSFER_SCENE_ID: '' });
  assert.equal(none.results[0]?.status, 'failed');
});

const plan = (status: number, code: string, method = 'POST') =>
  fetch(`${world.vendors.wechat_pay.url}/sandbox/fail-next`, {
    method: 'POST',
    body: JSON.stringify({ match: `${method} /v3/fund-app`, status, code }),
  });

test('a refusal is recorded as failed, a busy platform is asked again', async () => {
  await plan(500, 'SYSTEM_ERROR');
  assert.equal((await run([row('LPbusy01')])).results[0]?.error, 'payment.provider_unavailable');
  assert.equal(events().length, 0);
  await plan(403, 'NO_AUTH');
  assert.equal((await run([row('LPbusy01')])).results[0]?.code, 'NO_AUTH');
  assert.equal((events()[0]?.p_payload as Record<string, string>).reason, 'NO_AUTH');
});

test('what says nothing of the transfer is no refusal', async () => {
  await plan(401, 'SIGN_ERROR', 'GET');
  const asked = await run([row('LPquery1', { attempt_count: 2 })]);
  assert.equal(asked.results[0]?.error, 'payment.provider_unavailable');
  await plan(403, 'HTTP_403');
  assert.equal((await run([row('LPproxy1')])).results[0]?.status, 'error');
  const gone = await run([row('LPgone01', { attempt_count: 2 })], {
    ...world.env,
    WECHAT_TRANSFER_SCENE_ID: '',
  });
  assert.equal(gone.results[0]?.error, 'payment.provider_unavailable');
  assert.equal(events().length, 0);
});

test('a transfer that the payee confirms later is told by notification; a forged one is refused', async () => {
  const env = waitingEnv();
  const { results } = await run([row('LPwait01'), row('LPwait02')], env);
  assert.deepEqual(
    results.map((one) => one.status),
    ['processing', 'processing'],
  );
  assert.equal(events().length, 0);
  const app = createPayoutWebhookWechatApp(env);
  const kept: { headers: Headers; body: string }[] = [];
  world.onNotify = async (request) => {
    const body = await request.text();
    kept.push({ headers: request.headers, body });
    return app.request('/', { method: 'POST', headers: request.headers, body });
  };
  const settle = (no: string, state: string) =>
    fetch(`${waiting.url}/sandbox/transfers/${no}/settle`, {
      method: 'POST',
      body: JSON.stringify({ state }),
    });
  await settle('LPwait01', 'SUCCESS');
  await settle('LPwait02', 'FAIL');
  await eventually(() => events().length >= 2);
  const told = events().map((one) => [one.p_out_payout_no, one.p_kind]);
  assert.deepEqual(told.toSorted(), [
    ['LPwait01', 'paid'],
    ['LPwait02', 'failed'],
  ]);
  const [genuine] = kept;
  assert.ok(genuine);
  const body = genuine.body.replace('终态', '终止');
  const forged = await app.request('/', { method: 'POST', headers: genuine.headers, body });
  assert.equal(forged.status, 401);
});
