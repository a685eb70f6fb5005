import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withTown } from '../concurrency/town.ts';

const cents = (max: number) => fc.integer({ min: 0, max });

/** A cart with discounts that are never above its goods, fees, and terms of commission and tax. */
const order = fc
  .record({
    lines: fc.array(fc.record({ total: cents(50_000), quantity: fc.integer({ min: 1, max: 5 }) }), {
      minLength: 1,
      maxLength: 6,
    }),
    discounts: fc.array(
      fc.record({
        part: fc.double({ min: 0, max: 0.3, noNaN: true }),
        line: fc.option(fc.nat(5)),
        bearer: fc.constantFrom('platform', 'merchant', 'shared'),
        share: fc.integer({ min: 0, max: 10_000 }),
        kind: fc.constantFrom('coupon', 'points', 'spend_and_save'),
      }),
      { maxLength: 3 },
    ),
    packaging: cents(1000),
    fee: cents(2000),
    tip: cents(1000),
    riderPay: cents(3000),
    hasRider: fc.boolean(),
    percent: fc.integer({ min: 0, max: 4000 }),
    fixed: cents(500),
    maximum: fc.option(cents(5000)),
    tax: fc.option(fc.integer({ min: 1, max: 2500 })),
  })
  .map((made) => {
    const lines = made.lines.map((line, index) => ({
      line_number: index + 1,
      quantity: line.quantity,
      total_cents: line.total,
    }));
    const subtotal = lines.reduce((sum, line) => sum + line.total_cents, 0);
    const adjustments = made.discounts.map((discount) => {
      const line = discount.line === null ? undefined : lines[discount.line];
      const base = line?.total_cents ?? subtotal;
      return {
        kind: discount.kind,
        scope: 'goods',
        line_number: line?.line_number ?? null,
        cost_bearer: discount.bearer,
        merchant_share_bps: discount.share,
        amount_cents: -Math.floor(base * discount.part),
      };
    });
    const numbers = lines.map((line) => line.line_number);
    return {
      merchant_id: 'merchant',
      rider_id: made.hasRider ? 'rider' : null,
      rider_pay_cents: made.riderPay,
      packaging_fee_cents: made.packaging,
      delivery_fee_cents: made.fee,
      tip_cents: made.tip,
      lines,
      adjustments,
      commission: [
        {
          line_numbers: numbers,
          percent_bps: made.percent,
          fixed_cents: made.fixed,
          minimum_cents: 0,
          maximum_cents: made.maximum,
        },
      ],
      tax: made.tax === null ? [] : [{ tax_bps: made.tax, line_numbers: numbers }],
    };
  });

interface Split {
  total_cents: number;
  entries: { account: string; amount_cents: number }[];
}

interface Share {
  total_cents: number;
  discount_cents: number;
  merchant_discount_cents: number;
}

test('money adds up whatever is bought and sent back', { timeout: 300_000 }, async (t) => {
  await withTown(async (town) => {
    await t.test('a split sums to zero and charges what the lines come to', () =>
      fc.assert(
        fc.asyncProperty(order, async (facts) => {
          const split = await town.read<Split>('select private.split_order($1)', JSON.stringify(facts));
          assert.equal(
            split.entries.reduce((sum, entry) => sum + entry.amount_cents, 0),
            0,
          );
          const goods = facts.lines.reduce((sum, line) => sum + line.total_cents, 0);
          const discounts = facts.adjustments.reduce((sum, one) => sum - one.amount_cents, 0);
          const fees = facts.packaging_fee_cents + facts.delivery_fee_cents + facts.tip_cents;
          assert.equal(split.total_cents, goods + fees - discounts);
          assert.ok(split.total_cents >= 0);
        }),
        { numRuns: 150 },
      ),
    );

    await t.test('a discount is shared out to lines without a lost cent, and no line below zero', () =>
      fc.assert(
        fc.asyncProperty(order, async ({ lines, adjustments }) => {
          const shares = await town.read<Share[]>(
            'select jsonb_agg(to_jsonb(g)) from private.allocate_goods($1, $2) g',
            JSON.stringify(lines),
            JSON.stringify(adjustments),
          );
          const sum = (name: keyof Share) => shares.reduce((total, share) => total + share[name], 0);
          assert.equal(
            sum('discount_cents'),
            adjustments.reduce((total, one) => total - one.amount_cents, 0),
          );
          for (const share of shares) {
            assert.ok(share.discount_cents >= 0 && share.discount_cents <= share.total_cents);
            assert.ok(share.merchant_discount_cents >= 0);
            assert.ok(share.merchant_discount_cents <= share.discount_cents);
          }
        }),
        { numRuns: 150 },
      ),
    );

    await t.test('refunds of an order are never above what was paid, and the books stay even', async () => {
      await town.read(`update public.stock_items set on_hand_count = 1000`);
      let count = 0;
      const refund = fc.record({
        amount: cents(2000),
        liable: fc.constantFrom('merchant', 'rider', 'platform', 'customer'),
        line: fc.option(fc.integer({ min: 1, max: 2 })),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(refund, { minLength: 1, maxLength: 6 }),
          fc.nat(6),
          async (refunds, early) => {
            count += 1;
            const orderId = await town.read<string>(`select tests.paid_order($1)`, `order_${count}`);
            for (const [index, one] of refunds.entries()) {
              if (index === early) await complete(orderId);
              await town.as(
                'postgres',
                `select private.refund_part($1, $2, 'test', $3::public.liable_party, $4)`,
                orderId,
                one.line === null ? one.amount : null,
                one.liable,
                JSON.stringify(one.line === null ? [] : [{ line_number: one.line }]),
              );
            }
            if (early >= refunds.length) await complete(orderId);
            assert.equal(
              await town.read(
                `select coalesce(sum(r.amount_cents), 0) <= o.total_cents from public.orders o
               left join public.refund_requests r on r.order_id = o.id where o.id = $1 group by o.id`,
                orderId,
              ),
              true,
            );
            // What is still owed to the customer is exactly what is on its way.
            assert.equal(
              Number(
                await town.read(
                  `select coalesce((
                   select sum(e.amount_cents) from public.ledger_entries e
                   join public.ledger_transactions t on t.id = e.transaction_id and t.order_id = $1
                   join public.ledger_accounts a on a.id = e.account_id and a.kind = 'refund_liability'), 0)
                 + coalesce((select sum(amount_cents) from public.refund_requests where order_id = $1 and status = 'refunding'), 0)`,
                  orderId,
                ),
              ),
              0,
            );
            assert.equal(Number(await town.read('select count(*) from private.check_ledger()')), 0);
          },
        ),
        { numRuns: 20 },
      );

      async function complete(orderId: string): Promise<void> {
        await town.read(
          `update public.orders set status = 'completed', completed_at = now() where id = $1`,
          orderId,
        );
        await town.read(`select private.post_order_split($1)`, orderId);
      }
    });
  });
});
