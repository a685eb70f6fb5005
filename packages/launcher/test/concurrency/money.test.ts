import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeBuyers, orderOf } from './buyers.ts';
import { tally, withTown, type Town } from './town.ts';

const pay = `select public.pay_with_wallet($1::uuid, 'wallet-' || $1::text) ->> 'status'`;

test('money asked for twice at once', { timeout: 300_000 }, async (t) => {
  await withTown(async (town) => {
    await town.read(`delete from public.modifier_groups`);
    await makeBuyers(town, 20);

    await t.test('a wallet with money for one order pays one of two', async () => {
      const orders = [
        await orderOf(town, 'buyer-1', ['noodles'], false),
        await orderOf(town, 'buyer-1', ['noodles'], false),
      ];
      await fillWallet(town, 'buyer-1', await totalOf(town, orders[0] ?? ''));
      const outcomes = await Promise.all(orders.map((orderId) => town.as('buyer-1', pay, orderId)));
      assert.deepEqual(tally(outcomes), { done: 1, 'wallet.balance_low': 1 });
      assert.equal(Number(await town.must('buyer-1', `select public.get_wallet() ->> 'balance_cents'`)), 0);
    });

    await t.test('many orders from one wallet: as many as it holds, never below zero', async () => {
      const orders = [];
      for (let n = 0; n < 6; n += 1) orders.push(await orderOf(town, 'buyer-2', ['noodles'], false));
      await fillWallet(town, 'buyer-2', 3 * (await totalOf(town, orders[0] ?? '')));
      const outcomes = await Promise.all(orders.map((orderId) => town.as('buyer-2', pay, orderId)));
      assert.deepEqual(tally(outcomes), { done: 3, 'wallet.balance_low': 3 });
    });

    await t.test('the same payment from two phones is one', async () => {
      const orderId = await orderOf(town, 'buyer-3', ['noodles'], false);
      await fillWallet(town, 'buyer-3', 2 * (await totalOf(town, orderId)));
      const outcomes = await Promise.all([1, 2, 3].map(() => town.as('buyer-3', pay, orderId)));
      assert.deepEqual(tally(outcomes), { done: 3 });
      assert.equal(
        Number(await town.must('buyer-3', `select jsonb_array_length(public.get_wallet() -> 'entries')`)),
        2,
      );
    });

    await t.test('a part and the whole refunded at once: never more than was paid', async () => {
      const orderId = await orderOf(town, 'buyer-4', ['noodles'], true);
      const outcomes = await Promise.all([
        ...[1, 2, 3].map(() =>
          town.as(
            'postgres',
            `select private.refund_part($1, (select total_cents / 2 from public.orders where id = $1), 'test', 'platform')`,
            orderId,
          ),
        ),
        town.as('postgres', `select private.refund_order_payment($1, 'test')`, orderId),
      ]);
      const { done = 0, 'refund.above_paid': refused = 0, ...rest } = tally(outcomes);
      assert.deepEqual([done + refused, rest], [4, {}]);
      assert.equal(
        await town.read(
          `select (select sum(amount_cents) from public.refund_requests where order_id = $1)
             <= (select total_cents from public.orders where id = $1)`,
          orderId,
        ),
        true,
      );
    });

    await t.test('store and platform answer one request at once: one answer, one refund', async () => {
      const orderId = await orderOf(town, 'buyer-5', ['noodles'], true);
      const refundId = await town.must<string>(
        'buyer-5',
        `select public.request_refund($1::uuid, 'ask-refund-1', 'item_bad') ->> 'id'`,
        orderId,
      );
      const outcomes = await Promise.all([
        town.as('staff', `select public.answer_refund($1::uuid, 'answer-1', true)`, refundId),
        town.as('clerk', `select public.answer_refund($1::uuid, 'answer-1', true)`, refundId),
        town.as('ops', `select public.decide_refund($1::uuid, 'decide-1', 100, 'platform')`, refundId),
      ]);
      assert.deepEqual(tally(outcomes), { done: 1, 'refund.transition_refused': 2 });
      assert.equal(
        Number(
          await town.read(
            `select count(*) from public.refund_events where refund_request_id = $1 and command = 'start'`,
            refundId,
          ),
        ),
        1,
      );
    });

    await t.test('one balance withdrawn from two desks goes out once', async () => {
      await town.read(
        `insert into public.ledger_transactions (id, kind, event_key, event_at)
         values (tests.person('earning'), 'earning', 'earning', now())`,
      );
      await town.read(
        `insert into public.ledger_entries (transaction_id, account_id, purpose, amount_cents) values
           (tests.person('earning'), private.ledger_account('merchant_payable', tests.person('merchant'), 'CNY'), 'goods', -10000),
           (tests.person('earning'), private.ledger_account('adjustments', null, 'CNY'), 'goods', 10000)`,
      );
      await town.read(
        `insert into public.settlement_statements (party, party_id, city_id, period_on, currency, order_count, gross_cents, deducted_cents, net_cents)
         values ('merchant', tests.person('merchant'), tests.person('city'), current_date - 1, 'CNY', 1, 10000, 0, 10000)`,
      );
      await town.must(
        'staff',
        `select public.set_payout_account('merchant', tests.person('merchant'), '张三', '银行', '6222020012345678')`,
      );
      const outcomes = await Promise.all(
        ['a', 'b', 'c'].map((desk) =>
          town.as(
            'staff',
            `select public.request_payout('merchant', tests.person('merchant'), 6000, 'payout-desk-' || $1::text)`,
            desk,
          ),
        ),
      );
      assert.deepEqual(tally(outcomes), { done: 1, 'payout.above_balance': 2 });
    });

    await t.test('two administrators who remove each other: one stays', async () => {
      await town.read(
        `insert into public.ops_members (user_id, role) values (tests.person('other_staff'), 'admin')`,
      );
      const outcomes = await Promise.all([
        town.as('ops', `select public.set_ops_member(tests.person('other_staff')::text)`),
        town.as('other_staff', `select public.set_ops_member(tests.person('ops')::text)`),
      ]);
      assert.equal(tally(outcomes).done, 1);
      assert.equal(
        Number(await town.read(`select count(*) from public.ops_members where role = 'admin'`)),
        1,
      );
    });

    await t.test('the books are right', async () => {
      assert.equal(Number(await town.read('select count(*) from private.check_ledger()')), 0);
    });
  });
});

/** Puts money into a wallet by a paid top-up. */
async function fillWallet(town: Town, buyer: string, cents: number): Promise<void> {
  const charge = await town.must<{ out_trade_no: string }>(
    buyer,
    `select public.create_top_up($1::bigint, 'alipay', 'top-up-of-' || $2::text)`,
    cents,
    buyer,
  );
  await town.must(
    'service_role',
    `select public.record_payment_event('alipay', 'event-' || $1::text, 'captured', $1, 'tx-' || $1::text, $2, now())`,
    charge.out_trade_no,
    cents,
  );
}

async function totalOf(town: Town, orderId: string): Promise<number> {
  return Number(await town.read<string>(`select total_cents from public.orders where id = $1`, orderId));
}
