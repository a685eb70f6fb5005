import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ledgerShares } from '../src/lib/ledger-shares.ts';
import { salesReport } from '../src/lib/sales.ts';
import { groupStatementLines, statementPurposes } from '../src/lib/statement-orders.ts';

const entry = (account: string, purpose: string, amount_cents: number, owner: string | null = null) => ({
  account,
  purpose,
  amount_cents,
  owner_id: owner,
  owner_name: owner,
});

test('who got what: credits are received, debits paid, and the sum is zero', () => {
  const { shares, sum } = ledgerShares([
    entry('psp_clearing', 'capture', 6500),
    entry('refund_liability', 'capture', -6500),
    entry('refund_liability', 'order', 6500),
    entry('merchant_payable', 'goods', -7100, 'shop'),
    entry('merchant_payable', 'discount', 800, 'shop'),
    entry('merchant_payable', 'commission', 500, 'shop'),
    entry('platform_commission', 'commission', -500),
    entry('delivery_revenue', 'delivery_fee', -200),
  ]);
  assert.equal(sum, 0);
  assert.deepEqual(
    shares.map((share) => [share.account, share.net]),
    [
      ['psp_clearing', -6500],
      ['delivery_revenue', 200],
      ['platform_commission', 500],
      ['merchant_payable', 5800],
    ],
  );
  assert.deepEqual(shares.at(-1)?.parts, [
    { purpose: 'goods', amount: 7100 },
    { purpose: 'discount', amount: -800 },
    { purpose: 'commission', amount: -500 },
  ]);
});

test('a ledger that does not balance shows its sum', () => {
  assert.equal(ledgerShares([entry('psp_clearing', 'capture', 100)]).sum, -100);
});

test('statement lines are gathered by order', () => {
  const rows = groupStatementLines(
    [
      { order_id: 'b', purpose: 'goods', amount_cents: 1000 },
      { order_id: 'a', purpose: 'goods', amount_cents: 2000 },
      { order_id: 'a', purpose: 'commission', amount_cents: -300 },
      { order_id: null, purpose: 'guarantee', amount_cents: 500 },
    ],
    [
      { id: 'a', number: '001', completed_at: '2026-01-01T10:00:00Z' },
      { id: 'b', number: '002', completed_at: '2026-01-01T11:00:00Z' },
    ],
  );
  assert.deepEqual(
    rows.map((row) => [row.number, row.net]),
    [
      ['', 500],
      ['001', 1700],
      ['002', 1000],
    ],
  );
  assert.deepEqual(statementPurposes(rows), ['goods', 'guarantee', 'commission']);
});

test('sales belong to the local day; lost orders earn nothing', () => {
  const now = new Date('2026-11-20T04:00:00Z');
  const order = (placed_at: string, status = 'completed', total_cents = 1000) => ({
    placed_at,
    status,
    total_cents,
    accepted_at: new Date(Date.parse(placed_at) + 30_000).toISOString(),
  });
  const report = salesReport(
    [
      order('2026-11-19T16:30:00Z'),
      order('2026-11-20T03:10:00Z', 'placed', 3000),
      order('2026-11-20T03:20:00Z', 'cancelled'),
      order('2026-11-19T15:30:00Z'),
    ],
    now,
    'Asia/Shanghai',
  );
  assert.deepEqual(report.today, { orders: 2, cents: 4000, lost: 1, averageCents: 2000, answerSeconds: 30 });
  assert.equal(report.hours[0], 1);
  assert.equal(report.hours[11], 1);
  assert.deepEqual(report.days.at(-2), { day: '2026-11-19', orders: 1, cents: 1000 });
});
