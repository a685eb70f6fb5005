import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { AlipaySdk } from 'alipay-sdk';
import { startAlipaySandbox, type RunningAlipaySandbox } from '../src/index.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'alipay-'));
const options = { dataDir, port: 0, retryDelaysMs: [5, 5, 5, 5] };
const received: Record<string, string>[] = [];
let refusals = 0;
let merchant: http.Server;
let notifyUrl = '';
let sandbox: RunningAlipaySandbox;
let sdk: AlipaySdk;

before(async () => {
  merchant = http.createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    received.push(Object.fromEntries(new URLSearchParams(body)));
    refusals -= 1;
    response.end(refusals >= 0 ? 'fail' : 'success');
  });
  await new Promise<void>((done) => merchant.listen(0, '127.0.0.1', done));
  notifyUrl = `http://127.0.0.1:${(merchant.address() as AddressInfo).port}/notify`;
  sandbox = await startAlipaySandbox(options);
  sdk = sdkWith(sandbox.credentials.merchantPrivateKey);
});

after(async () => {
  await sandbox.stop();
  merchant.close();
  merchant.closeAllConnections();
  rmSync(dataDir, { recursive: true, force: true });
});

function sdkWith(privateKey: string): AlipaySdk {
  const bare = (pem: string) => pem.replace(/-----[^-]+-----|\s/g, '');
  return new AlipaySdk({
    appId: sandbox.credentials.appId,
    privateKey: bare(privateKey),
    keyType: 'PKCS8',
    alipayPublicKey: bare(sandbox.credentials.alipayPublicKey),
    gateway: `${sandbox.url}/gateway.do`,
    camelcase: false,
  });
}

/** Alipay's SDK verifies the answer's signature and throws where it is wrong. */
const call = (method: string, bizContent: Record<string, unknown>, by = sdk) =>
  by.exec(method, { bizContent }, { validateSign: true }) as Promise<Record<string, unknown>>;

const address = (no: string, total = '23.50') =>
  sdk.pageExecute('alipay.trade.wap.pay', 'GET', {
    notifyUrl,
    returnUrl: 'http://127.0.0.1:1/orders/1?returned=1',
    bizContent: {
      out_trade_no: no,
      total_amount: total,
      subject: '邻里 · 测试订单',
      product_code: 'QUICK_WAP_WAY',
    },
  });

const pay = (no: string) => fetch(`${sandbox.url}/sandbox/pay/${no}`, { method: 'POST' });

async function eventually(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 500; i += 1) {
    if (holds()) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  assert.fail('did not come to hold within 5 s');
}

test('a signed address leads to the cashier; paying notifies until success and leads back', async () => {
  const page = await fetch(address('LL0001'));
  const text = await page.text();
  assert.match(text, /23\.50/);
  assert.match(text, /沙箱 · Sandbox/);
  refusals = 2;
  const token = new URL(page.url).searchParams.get('token') ?? '';
  const form = new URLSearchParams({ token, act: 'pay' });
  const paid = await fetch(`${sandbox.url}/cashier`, { method: 'POST', body: form, redirect: 'manual' });
  const back = new URL(paid.headers.get('location') ?? '');
  assert.deepEqual([back.pathname, back.searchParams.get('returned')], ['/orders/1', '1']);
  await eventually(() => received.length >= 3);
  const last = received.at(-1) ?? {};
  assert.ok(sdk.checkNotifySignV2(last));
  assert.deepEqual(
    [last.out_trade_no, last.trade_status, last.total_amount],
    ['LL0001', 'TRADE_SUCCESS', '23.50'],
  );
  assert.ok(!sdk.checkNotifySignV2({ ...last, total_amount: '0.01' }));
  assert.match(await (await fetch(address('LL0001'))).text(), /TRADE_HAS_SUCCESS/);
});

test('query knows unknown, unpaid and paid; close ends what is unpaid', async () => {
  assert.equal((await call('alipay.trade.query', { out_trade_no: 'never' })).sub_code, 'ACQ.TRADE_NOT_EXIST');
  await fetch(address('LL0002'));
  const unpaid = await call('alipay.trade.query', { out_trade_no: 'LL0002' });
  assert.equal(unpaid.trade_status, 'WAIT_BUYER_PAY');
  assert.equal((await call('alipay.trade.close', { out_trade_no: 'LL0002' })).code, '10000');
  assert.equal((await pay('LL0002')).status, 400);
  const paid = await call('alipay.trade.close', { out_trade_no: 'LL0001' });
  assert.equal(paid.sub_code, 'ACQ.TRADE_STATUS_ERROR');
});

test('refunds: part by part up to the amount, a repeat changes nothing, notified and queried', async () => {
  await fetch(address('LL0003', '10.00'));
  await pay('LL0003');
  const refund = (no: string, amount: string) =>
    call('alipay.trade.refund', { out_trade_no: 'LL0003', out_request_no: no, refund_amount: amount });
  assert.equal((await refund('R1', '6.00')).fund_change, 'Y');
  assert.equal((await refund('R1', '6.00')).fund_change, 'N');
  assert.equal((await refund('R2', '5.00')).sub_code, 'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL');
  assert.equal((await refund('R2', '4.00')).refund_fee, '10.00');
  const asked = { out_trade_no: 'LL0003', out_request_no: 'R2' };
  const found = await call('alipay.trade.fastpay.refund.query', asked);
  assert.deepEqual([found.refund_status, found.refund_amount], ['REFUND_SUCCESS', '4.00']);
  await eventually(() => received.filter((one) => one.out_biz_no !== undefined).length >= 2);
  assert.equal(received.find((one) => one.out_biz_no === 'R2')?.refund_fee, '10.00');
});

test('a foreign key is refused; a planned failure answers once; a restart keeps the trades', async () => {
  const forged = await call(
    'alipay.trade.query',
    { out_trade_no: 'LL0001' },
    sdkWith(sandbox.credentials.alipayPrivateKey),
  );
  assert.equal(forged.sub_code, 'isv.invalid-signature');
  const plan = { match: 'alipay.trade.query', status: 500, code: 'isp.unknow-error' };
  await fetch(`${sandbox.url}/sandbox/fail-next`, { method: 'POST', body: JSON.stringify(plan) });
  assert.equal((await call('alipay.trade.query', { out_trade_no: 'LL0001' })).code, '20000');
  await sandbox.stop();
  sandbox = await startAlipaySandbox(options);
  sdk = sdkWith(sandbox.credentials.merchantPrivateKey);
  const kept = await call('alipay.trade.query', { out_trade_no: 'LL0001' });
  assert.equal(kept.trade_status, 'TRADE_SUCCESS');
});

test('the bill of a past day is a zip of GBK files; today has none', async () => {
  const ask = (day: string) =>
    call('alipay.data.dataservice.bill.downloadurl.query', { bill_type: 'trade', bill_date: day });
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  assert.equal((await ask(today)).sub_code, 'isp.bill_not_exist');
  const answer = await ask('2024-01-01');
  const archive = new Uint8Array(await (await fetch(String(answer.bill_download_url))).arrayBuffer());
  assert.match(new TextDecoder('gbk').decode(archive), /^PK[\s\S]*业务明细\.csv/);
});
