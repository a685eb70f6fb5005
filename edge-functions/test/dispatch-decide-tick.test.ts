import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideTick } from '../_shared/dispatch/decide-tick.ts';
import { replayTick, type StoredTick } from '../_shared/dispatch/replay-tick.ts';
import type { TickPlan } from '../_shared/dispatch/tick-plan.ts';
import { delivery, noon, rider, snapshot } from './dispatch-snapshot.ts';

const offersOf = (...args: Parameters<typeof snapshot>) =>
  decideTick(snapshot(...args)).offers.map((one) => [one.delivery_id, one.rider_id]);

test('the nearer rider is asked, and the offer says why', () => {
  const plan = decideTick(snapshot([delivery('d1')], [rider('far', { place: 3 }), rider('near')]));
  const [offer] = plan.offers;
  assert.equal(offer?.rider_id, 'near');
  assert.equal(offer.to_store_seconds, 140);
  const { key, chosen, runner_up: next } = offer.explanation;
  assert.equal(key, 'dispatch.why.best');
  assert.deepEqual([chosen.travel_seconds, chosen.travel_source], [80, 'road']);
  assert.deepEqual([next?.rider_id, next?.key], ['far', 'dispatch.why.delivers_later']);
  assert.ok((next?.difference_seconds ?? 0) > 0);
  assert.deepEqual(plan.etas, [{ delivery_id: 'd1', dropoff_at: noon + 140 + 60 + 240 + 60 }]);
});

test('nobody is asked long before having to leave', () => {
  const plan = decideTick(snapshot([delivery('d1', { ready_at: noon + 1200 })], [rider('r1')]));
  assert.deepEqual(plan.offers, []);
  assert.equal(plan.held[0]?.key, 'dispatch.held.not_due');
  assert.equal(plan.held[0].rider_id, 'r1');
  assert.ok(Date.parse(plan.held[0].until ?? '') / 1000 > noon + 600);
});

test('without a rider a task is held', () => {
  assert.deepEqual(decideTick(snapshot([delivery('d1')], [])).held, [
    { delivery_id: 'd1', key: 'dispatch.held.no_rider', rider_id: null, until: null },
  ]);
});

test('orders of one store go together to one rider', () => {
  const pair = [delivery('d1'), delivery('d2')];
  const offers = offersOf(pair, [rider('near'), rider('far', { place: 3 })]);
  assert.deepEqual(offers, [
    ['d1', 'near'],
    ['d2', 'near'],
  ]);
});

test('nobody gets more than they may hold', () => {
  const many = ['d1', 'd2', 'd3', 'd4'].map((id) => delivery(id));
  const plan = decideTick(snapshot(many, [rider('r1', { open_count: 1 })]));
  assert.equal(plan.offers.length, 2);
  assert.equal(plan.held.length, 2);
});

test('a rider under way with goods in hand takes a task on the way', () => {
  const carried = delivery('carried', { status: 'picked_up', holder_id: 'r1' });
  assert.deepEqual(
    offersOf([delivery('d1', { pickup_place: 2 }), carried], [rider('r1', { open_count: 1 })]),
    [['d1', 'r1']],
  );
});

test('who declined, is thinking, is full or too far is not asked', () => {
  const excluded = delivery('d1', { excluded_rider_ids: ['r1'] });
  assert.deepEqual(offersOf([excluded], [rider('r1')]), []);
  assert.deepEqual(offersOf([delivery('d1')], [rider('r1', { has_offer: true })]), []);
  assert.deepEqual(offersOf([delivery('d1')], [rider('r1', { open_count: 3 })]), []);
  const { settings } = snapshot([], []);
  const near = { ...settings, radius_meters: 300 };
  assert.deepEqual(offersOf([delivery('d1')], [rider('r1')], { settings: near }), []);
});

test('what ops pinned goes to nobody else, even from afar', () => {
  const pinned = delivery('d1', { only_rider_id: 'far' });
  const { settings } = snapshot([], []);
  assert.deepEqual(
    offersOf([pinned], [rider('near'), rider('far', { place: 3 })], {
      settings: { ...settings, radius_meters: 300 },
    }),
    [['d1', 'far']],
  );
  assert.deepEqual(offersOf([pinned], [rider('near')]), []);
});

test('what needs a bag goes to who has one', () => {
  const cold = delivery('d1', { needs: ['cold_box'] });
  assert.deepEqual(offersOf([cold], [rider('near'), rider('far', { place: 3, has: ['cold_box'] })]), [
    ['d1', 'far'],
  ]);
});

test('what is accepted or offered stays where it is and is not offered again', () => {
  const accepted = delivery('a', { status: 'assigned', only_rider_id: 'r1' });
  const asked = delivery('b', { status: 'offered', only_rider_id: 'r2' });
  const plan = decideTick(
    snapshot([accepted, asked], [rider('r1', { open_count: 1 }), rider('r2', { has_offer: true })]),
  );
  assert.deepEqual([plan.offers, plan.held], [[], []]);
  assert.equal(plan.etas.length, 2);
});

test('a task of a rider who is not here does not disturb the plan', () => {
  const gone = delivery('g', { status: 'picked_up', holder_id: 'gone' });
  assert.deepEqual(offersOf([delivery('d1'), gone], [rider('r1')]), [['d1', 'r1']]);
});

test('the same snapshot is decided the same, also where the search was cut short', () => {
  const many = snapshot(
    Array.from({ length: 12 }, (_, i) => delivery(`d${i}`, { store_id: `s${i % 3}`, placed_at: noon - i })),
    Array.from({ length: 6 }, (_, i) => rider(`r${i}`, { place: 2 + (i % 2) })),
  );
  assert.deepEqual(decideTick(many), decideTick(structuredClone(many)));
  let left = 4;
  const cut = decideTick(many, { mayGoOn: () => (left -= 1) >= 0 });
  assert.equal(cut.stopped_after, 4);
  assert.deepEqual(decideTick(structuredClone(many), { stoppedAfter: cut.stopped_after }), cut);
});

test('without ways the engine guesses by straight lines and says so', () => {
  const plan = decideTick(snapshot([delivery('d1')], [rider('r1')], { travel: null }));
  assert.equal(plan.offers[0]?.explanation.chosen.travel_source, 'straight_line');
  assert.equal(plan.offers[0]?.explanation.chosen.travel_seconds, 112);
});

test('a stored round is decided again to the same plan, whatever order its keys come back in', () => {
  const town = snapshot(
    [delivery('d1'), delivery('d2', { store_id: 's2', ready_at: noon + 900 })],
    [rider('r1')],
  );
  const reversed = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(reversed)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, one]) => [key, reversed(one)]),
          )
        : value;
  const stored: StoredTick = {
    id: 't',
    zone_id: town.zone_id,
    created_at: '',
    snapshot: reversed(town) as typeof town,
    plan: reversed(decideTick(town)) as TickPlan,
    result: [],
  };
  assert.equal(replayTick(stored).isSame, true);
  const other = { ...stored, snapshot: { ...town, riders: [] } };
  assert.equal(replayTick(other).isSame, false);
  assert.equal(replayTick({ ...stored, plan: null }).isSame, null);
});
