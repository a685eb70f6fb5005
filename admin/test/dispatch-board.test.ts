import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMovable, lanesOf } from '../src/lib/board-lane.ts';
import { createFleet, frameGap, riderScale } from '../src/lib/fleet.ts';
import { minutesOf } from '../src/lib/minutes-of.ts';
import { modeEffects } from '../src/lib/mode-effects.ts';
import { orderRisk } from '../src/lib/order-risk.ts';

test('an order is listed in its lane, and in those of what is wrong with it', () => {
  assert.deepEqual(lanesOf({ risk: 'ok', delivery: { status: 'unassigned' } }), ['all', 'waiting']);
  assert.deepEqual(lanesOf({ risk: 'late', delivery: { status: 'picked_up', incident: {} } }), [
    'all',
    'under_way',
    'late',
    'trouble',
  ]);
  assert.deepEqual(lanesOf({ risk: 'waiting', delivery: null }), ['all']);
});

test('a task changes hands until it is picked up', () => {
  const movable = [
    'unassigned',
    'offered',
    'assigned',
    'arrived_at_store',
    'picked_up',
    'delivered',
    undefined,
  ];
  assert.deepEqual(movable.map(isMovable), [true, true, true, true, false, false, false]);
});

test('an order is at risk where it is more likely after its promise than before', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  const order = (p50: string) => ({
    status: 'preparing',
    placed_at: '2026-11-22T11:50:00Z',
    dropoff_expected_at: '2026-11-22T12:30:00Z',
    delivery: { status: 'assigned', eta_p50_at: p50 },
  });
  assert.equal(orderRisk(order('2026-11-22T12:31:00Z'), now), 'soon');
  assert.equal(orderRisk(order('2026-11-22T12:29:00Z'), now), 'ok');
});

test('riders glide from report to report, and are set down at once where they should', () => {
  const fleet = createFleet(1000);
  fleet.move('a', [120, 30], 90, 0, false);
  assert.deepEqual(fleet.poseOf('a', 0)?.position, [120, 30]);
  fleet.move('a', [120.002, 30], 90, 0, false);
  assert.equal(fleet.isMoving(500), true);
  assert.ok(Math.abs((fleet.poseOf('a', 500)?.position[0] ?? 0) - 120.001) < 1e-9);
  assert.equal(fleet.isMoving(1000), false);
  fleet.move('a', [120.004, 30], null, 2000, true);
  assert.deepEqual(fleet.poseOf('a', 2000)?.position, [120.004, 30]);
  fleet.keep(new Set());
  assert.equal(fleet.poseOf('a', 2000), undefined);
  assert.ok(frameGap(6) > frameGap(1));
});

test('riders are small while they are many in a small view', () => {
  assert.equal(riderScale(13, 20), 1);
  assert.equal(riderScale(13, 2000), 0.5);
  assert.equal(riderScale(16, 2000), 1);
  assert.equal(riderScale(9, 20), 0.5);
});

test('a mode tells only what it changes', () => {
  assert.deepEqual(
    modeEffects({ travel_factor: 1.3, extra_promise_minutes: 0, extra_in_hand: -1, radius_factor: 1 }),
    [
      { effect: 'travel', amount: '1.3' },
      { effect: 'in_hand', amount: '−1' },
    ],
  );
});

test('minutes between two times', () => {
  assert.equal(minutesOf('2026-11-22T12:00:00Z', '2026-11-22T11:55:00Z'), -5);
  assert.equal(minutesOf(null, '2026-11-22T11:55:00Z'), 0);
});
