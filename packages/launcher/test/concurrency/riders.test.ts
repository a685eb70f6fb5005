import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeBuyers, orderOf } from './buyers.ts';
import { tally, withTown, type Town } from './town.ts';

const commit = `select public.commit_dispatch_tick($1::uuid, $2) #>> '{0,outcome}'`;
const assign = `select public.assign_delivery($1::uuid, tests.person($2), $3) ->> 'status'`;

test('riders, ticks and ops at once', { timeout: 300_000 }, async (t) => {
  await withTown(async (town) => {
    await town.read(`delete from public.modifier_groups`);
    await makeBuyers(town, 10);
    await town.must('rider', 'select public.go_online(120.152, 30.272)');
    await town.must('other_rider', 'select public.go_online(120.153, 30.272)');

    await t.test('two ticks of a zone: one has it, the other finds it busy', async () => {
      await acceptedDelivery(town, 'buyer-1');
      const ticks = await Promise.all(
        [1, 2].map(() =>
          town.as('service_role', `select public.begin_dispatch_tick(tests.person('zone')) ? 'tick_id'`),
        ),
      );
      assert.deepEqual(ticks.map(({ value }) => value).sort(), [false, true]);
      await closeAll(town);
    });

    await t.test('ticks of two zones never both ask the same rider', async () => {
      await town.read(
        `insert into public.zones (id, city_id, name, area) select tests.person('zone-2'), city_id, '二区', area from public.zones`,
      );
      const ids = [await acceptedDelivery(town, 'buyer-2'), await acceptedDelivery(town, 'buyer-3')];
      await town.read(`update public.deliveries set zone_id = tests.person('zone') where id = $1`, ids[0]);
      await town.read(`update public.deliveries set zone_id = tests.person('zone-2') where id = $1`, ids[1]);
      const ticks = await Promise.all(
        ['zone', 'zone-2'].map((zone) =>
          town.must<string>(
            'service_role',
            `select public.begin_dispatch_tick(tests.person($1)) ->> 'tick_id'`,
            zone,
          ),
        ),
      );
      const rider = await town.read<string>(`select tests.person('rider')`);
      const plans = ids.map((id) => JSON.stringify({ offers: [{ delivery_id: id, rider_id: rider }] }));
      const first = await town.open('service_role', commit, ticks[0], plans[0]);
      const second = town.as('service_role', commit, ticks[1], plans[1]);
      await town.untilWaiting(1);
      await first.commit();
      assert.deepEqual([first.outcome, await second], [{ value: 'offered' }, { value: 'rider_has_offer' }]);
      await closeAll(town);
      await town.read(`update public.zones set is_active = false where id = tests.person('zone-2')`);
    });

    await t.test('a rider taps accept five times: one task, one answer', async () => {
      const { deliveryId, offerId } = await offered(town, 'buyer-4');
      const outcomes = await Promise.all(
        [1, 2, 3, 4, 5].map(() =>
          town.as('rider', `select public.accept_offer($1, 'tap-tap-tap') ->> 'id'`, offerId),
        ),
      );
      assert.deepEqual(outcomes, Array(5).fill({ value: deliveryId }));
      assert.equal(
        Number(
          await town.read(
            `select count(*) from public.delivery_events where delivery_id = $1 and command = 'accept_offer'`,
            deliveryId,
          ),
        ),
        1,
      );
      await closeAll(town);
    });

    await t.test(
      'the order is cancelled while the rider accepts: nobody carries a cancelled order',
      async () => {
        const { deliveryId, offerId } = await offered(town, 'buyer-5');
        const outcomes = await Promise.all([
          town.as(
            'staff',
            `select public.cancel_order((select order_id from public.deliveries where id = $1), 'cancel-it', 'kitchen_problem')`,
            deliveryId,
          ),
          town.as('rider', `select public.accept_offer($1, 'accept-it')`, offerId),
        ]);
        assert.equal(outcomes[0].error, undefined);
        assert.ok([undefined, 'dispatch.offer_gone'].includes(outcomes[1].error));
        assert.equal(
          await town.read(`select status from public.deliveries where id = $1`, deliveryId),
          'cancelled',
        );
        await closeAll(town);
      },
    );

    await t.test('a rider whose task is being taken away cannot move it', async () => {
      const deliveryId = await acceptedDelivery(town, 'buyer-6');
      await town.must('ops', assign, deliveryId, 'rider', 'assign-1');
      const taking = await town.open('ops', assign, deliveryId, 'other_rider', 'assign-2');
      const arriving = town.as('rider', `select public.arrive_at_store($1, 'arrive-1')`, deliveryId);
      await town.untilWaiting(1);
      await taking.commit();
      assert.deepEqual(await arriving, { error: 'delivery.not_found' });
      assert.equal(
        await town.read(`select status from public.deliveries where id = $1`, deliveryId),
        'assigned',
      );
      await closeAll(town);
    });

    await t.test('a rider who accepts a task does not go offline with it', async () => {
      const { offerId } = await offered(town, 'buyer-7');
      const accepting = await town.open('rider', `select public.accept_offer($1, 'accept-7')`, offerId);
      const leaving = town.as('rider', 'select public.go_offline()');
      await town.untilWaiting(1);
      await accepting.commit();
      assert.deepEqual(await leaving, { error: 'rider.has_open_tasks' });
      await closeAll(town);
    });

    await t.test('a rider to whom ops give a task does not go offline with it', async () => {
      const deliveryId = await acceptedDelivery(town, 'buyer-8');
      const giving = await town.open('ops', assign, deliveryId, 'rider', 'assign-8');
      const leaving = town.as('rider', 'select public.go_offline()');
      await town.untilWaiting(1);
      await giving.commit();
      assert.deepEqual(await leaving, { error: 'rider.has_open_tasks' });
      await closeAll(town);
    });

    await t.test('the minute and a tick close the same offers once', async () => {
      const { offerId } = await offered(town, 'buyer-9');
      await town.read(`update public.dispatch_offers set expires_at = now() where id = $1`, offerId);
      const outcomes = await Promise.all([
        town.as('postgres', 'select private.run_offer_timeouts()'),
        town.as('service_role', `select public.begin_dispatch_tick(tests.person('zone')) ->> 'zone_id'`),
        town.as('postgres', 'select private.run_offer_timeouts()'),
      ]);
      assert.deepEqual(tally(outcomes), { done: 3 });
      assert.equal(
        Number(
          await town.read(
            `select count(*) from public.delivery_events e join public.dispatch_offers o using (delivery_id) where o.id = $1 and e.command = 'withdraw_offer'`,
            offerId,
          ),
        ),
        1,
      );
    });
  });
});

/** A paid and accepted order; answers the id of its delivery. */
async function acceptedDelivery(town: Town, buyer: string): Promise<string> {
  const orderId = await orderOf(town, buyer, ['noodles'], true);
  await town.must('staff', `select public.accept_order($1::uuid, 'accept-' || $1::text)`, orderId);
  return town.read(`select id from public.deliveries where order_id = $1`, orderId);
}

/** A delivery that is offered to the first rider. */
async function offered(town: Town, buyer: string): Promise<{ deliveryId: string; offerId: string }> {
  const deliveryId = await acceptedDelivery(town, buyer);
  const tickId = await town.must<string>(
    'service_role',
    `select public.begin_dispatch_tick(tests.person('zone')) ->> 'tick_id'`,
  );
  const rider = await town.read<string>(`select tests.person('rider')`);
  await town.must(
    'service_role',
    commit,
    tickId,
    JSON.stringify({ offers: [{ delivery_id: deliveryId, rider_id: rider }] }),
  );
  return {
    deliveryId,
    offerId: await town.read(
      `select id from public.dispatch_offers where delivery_id = $1 and status = 'offered'`,
      deliveryId,
    ),
  };
}

/** Ends what a test left open, so that the next begins with two free riders and free zones. */
async function closeAll(town: Town): Promise<void> {
  await town.read(`delete from private.dispatch_leases`);
  const ids = await town.read<string[]>(
    `select coalesce(array_agg(id), '{}') from public.orders where status in ('accepted', 'preparing', 'ready', 'in_delivery')`,
  );
  for (const id of ids)
    await town.must('ops', `select public.cancel_order($1::uuid, 'close-' || $1::text, 'ops_decision')`, id);
}
