import { test } from 'node:test';
import fc from 'fast-check';
import { withTown } from '../concurrency/town.ts';
import {
  buy,
  checkMoney,
  checkOrder,
  checkQuote,
  complete,
  openShop,
  plan,
  prices,
  quote,
  refund,
  takeOff,
  type Terms,
} from './order-steps.ts';

const cart = fc.array(
  fc.record({
    dish: fc.integer({ min: 0, max: prices.length - 1 }),
    quantity: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 1, maxLength: 4 },
);
const campaign: fc.Arbitrary<Terms> = fc.record({
  percentBps: fc.integer({ min: 1, max: 10_000 }),
  tierMin: fc.integer({ min: 100, max: 9000 }),
  tierShare: fc.integer({ min: 1, max: 100 }),
  freight: fc.integer({ min: 1, max: 2000 }),
  shareBps: fc.integer({ min: 1, max: 10_000 }),
});
const tip = fc.integer({ min: 0, max: 999 });

test('amounts of quotes, orders, edits and refunds', { timeout: 600_000 }, async (t) => {
  await withTown(async (town) => {
    await openShop(town);

    await t.test('a quote adds up, whatever applies to it', async () => {
      await fc.assert(
        fc.asyncProperty(cart, campaign, tip, async (items, terms, tipCents) => {
          await plan(town, terms);
          checkQuote(await quote(town, items, 'delivery', tipCents));
        }),
        { numRuns: 40 },
      );
    });

    await t.test('what is paid is split and given back to the cent', async () => {
      await fc.assert(
        fc.asyncProperty(
          cart,
          campaign,
          tip,
          fc.nat(8),
          fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 4 }),
          async (items, terms, tipCents, taken, refunds) => {
            await plan(town, terms);
            const asked = await quote(town, items, 'pickup', tipCents);
            if (asked.total_cents === 0) return;
            const orderId = await buy(town, asked);
            await town.must('staff', `select public.accept_order($1::uuid, 'accept-' || $1::text)`, orderId);
            await takeOff(town, orderId, taken);
            await checkOrder(town, orderId, asked.total_cents);
            for (const amount of refunds.slice(0, 2)) await refund(town, orderId, amount);
            await complete(town, orderId);
            for (const amount of refunds.slice(2)) await refund(town, orderId, amount);
            await refund(town, orderId, null);
            await checkMoney(town, orderId, asked.total_cents);
          },
        ),
        { numRuns: 100 },
      );
    });
  });
});
