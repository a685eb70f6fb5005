import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeBuyers, place, quoteFor } from './buyers.ts';
import { tally, withTown } from './town.ts';

const buyerCount = 30;
const placeCount = 7;

test('thirty orders for the seven places of a slot: seven hold it, the others are told that it is full', () =>
  withTown(async (town) => {
    await town.read(
      `insert into public.products (id, store_id, section_id, name, price_cents)
       values (tests.person('rice'), tests.person('store'), tests.person('section'), '炒饭', 3000)`,
    );
    await town.read(
      `insert into public.slot_capacities (store_id, fulfillment_type, slot_minutes, capacity_count)
       values (tests.person('store'), 'delivery', 1440, $1)`,
      placeCount,
    );
    const buyers = await makeBuyers(town, buyerCount);
    const quotes = await Promise.all(buyers.map((buyer) => quoteFor(town, buyer, ['rice'])));
    const outcomes = await Promise.all(buyers.map((buyer, at) => place(town, buyer, quotes[at] ?? '')));
    assert.deepEqual(tally(outcomes), { done: placeCount, 'store.slot_full': buyerCount - placeCount });
    assert.equal(await town.read('select reserved_count from private.slot_counts'), placeCount);
    assert.equal(
      Number(await town.read('select count(*) from private.slot_reservations')),
      placeCount,
      'each order holds one place',
    );
  }));
