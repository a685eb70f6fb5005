import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeText } from '../src/lib/change-text.ts';
import { readProviderStatement } from '../src/lib/provider-statement.ts';

test('a statement is read in minor units, refunds with their number, wrong lines by their place', () => {
  const text =
    '\uFEFFkind,out_trade_no,out_refund_no,amount,fee,currency,occurred_at\r\n' +
    'payment,LP1,,"1,280.50",7.68,CNY,2026-11-21T10:00:00+08:00\r\n' +
    'refund,LP1,LR1,-20,,cny,2026-11-21 12:00:00Z\r\n' +
    'refund,LP2,,5,,CNY,2026-11-21T10:00:00Z\r\n' +
    'gift,LP3,,5,,CNY,2026-11-21T10:00:00Z\r\n';
  const file = readProviderStatement(text);
  assert.deepEqual(file?.wrong, [4, 5]);
  assert.deepEqual(
    file?.rows.map((row) => [row.kind, row.out_refund_no, row.amount_cents, row.fee_cents, row.currency]),
    [
      ['payment', null, 128_050, 768, 'CNY'],
      ['refund', 'LR1', 2000, 0, 'CNY'],
    ],
  );
  assert.equal(file?.rows[0]?.occurred_at, '2026-11-21T02:00:00.000Z');
  assert.equal(readProviderStatement('a,b\n1,2'), undefined);
});

test('a change is told in percent, and nothing of nothing', () => {
  assert.equal(changeText(112, 100), '+12%');
  assert.equal(changeText(90, 100), '−10%');
  assert.equal(changeText(1, 0), undefined);
});
