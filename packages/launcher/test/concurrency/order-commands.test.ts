import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endDueOrders, makeBuyers, orderOf } from './buyers.ts';
import { tally, withTown } from './town.ts';

const accept = `select public.accept_order($1::uuid, $2) ->> 'status'`;
const cancel = `select public.cancel_order($1::uuid, $2, 'changed_mind') ->> 'status'`;

test('commands on the same order at once', { timeout: 300_000 }, async (t) => {
  await withTown(async (town) => {
    await town.read(`delete from public.modifier_groups`);
    const buyers = await makeBuyers(town, 40);
    const states = (ids: string[]) =>
      town.read<Record<string, number>>(
        `select jsonb_object_agg(status, n) from (select status, count(*) n from public.orders where id = any ($1::uuid[]) group by 1) s`,
        ids,
      );

    await t.test('two of the staff accept: one does', async () => {
      const orderId = await orderOf(town, 'buyer-1', ['noodles'], true);
      const outcomes = await Promise.all([
        town.as('staff', accept, orderId, 'accept-1'),
        town.as('clerk', accept, orderId, 'accept-1'),
      ]);
      assert.deepEqual(tally(outcomes), { done: 1, 'order.transition_refused': 1 });
      assert.equal(
        Number(await town.read(`select count(*) from public.deliveries where order_id = $1`, orderId)),
        1,
      );
    });

    await t.test('one of them taps twice: both taps get the one answer', async () => {
      const orderId = await orderOf(town, 'buyer-2', ['noodles'], true);
      const outcomes = await Promise.all([1, 2, 3].map(() => town.as('staff', accept, orderId, 'accept-2')));
      assert.deepEqual(
        outcomes.map(({ value }) => value),
        ['accepted', 'accepted', 'accepted'],
      );
      assert.equal(
        Number(await town.read(`select count(*) from public.deliveries where order_id = $1`, orderId)),
        1,
      );
    });

    await t.test('the customer cancels while the store accepts: one of them has it', async () => {
      const racers = buyers.slice(10, 30);
      const orders = await Promise.all(racers.map((buyer) => orderOf(town, buyer, ['noodles'], true)));
      const outcomes = await Promise.all(
        orders.flatMap((orderId, index) => [
          town.as(racers[index] ?? '', cancel, orderId, 'cancel-it'),
          town.as('staff', accept, orderId, `accept-${orderId}`),
        ]),
      );
      assert.deepEqual(tally(outcomes), { done: 20, 'order.transition_refused': 20 });
      const { accepted = 0, cancelled = 0 } = await states(orders);
      assert.equal(accepted + cancelled, 20);
      assert.equal(
        await town.read(
          `select bool_and(
             (o.status = 'accepted') = exists (select 1 from public.deliveries d where d.order_id = o.id)
             and (o.status = 'cancelled') = exists (select 1 from public.refund_requests r where r.order_id = o.id))
           from public.orders o where o.id = any ($1::uuid[])`,
          orders,
        ),
        true,
      );
    });

    await t.test('two minutes of timeouts at once end each order once', async () => {
      const late = buyers.slice(30, 40);
      const orders = await Promise.all(late.map((buyer) => orderOf(town, buyer, ['noodles'], true)));
      await town.read(`update public.orders set due_at = now() where id = any ($1::uuid[])`, orders);
      assert.deepEqual(tally(await Promise.all([1, 2, 3].map(() => endDueOrders(town)))), { done: 3 });
      assert.deepEqual(await states(orders), { cancelled: 10 });
      assert.equal(
        Number(
          await town.read(
            `select count(*) from public.refund_requests where order_id = any ($1::uuid[])`,
            orders,
          ),
        ),
        10,
      );
    });

    await t.test('two settlements at once settle each cent once', async () => {
      const outcomes = await Promise.all([
        town.as('service_role', `select public.run_settlement((now() at time zone 'Asia/Shanghai')::date)`),
        town.as('service_role', `select public.run_settlement((now() at time zone 'Asia/Shanghai')::date)`),
      ]);
      assert.deepEqual(tally(outcomes), { done: 2 });
    });
  });
});
