import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dayIn, startOfDay } from '../src/lib/day-time.ts';
import { fromLocalField, toLocalField } from '../src/lib/local-datetime.ts';
import { promotionState } from '../src/lib/promotion-state.ts';
import { orderRisk, worstRisk } from '../src/lib/order-risk.ts';
import { overlappingDays } from '../src/lib/store-hours.ts';

test('a day begins at local midnight, also where clocks change', () => {
  assert.equal(startOfDay('2026-11-20', 'Asia/Shanghai').toISOString(), '2026-11-19T16:00:00.000Z');
  assert.equal(startOfDay('2026-03-29', 'Europe/Monaco').toISOString(), '2026-03-28T23:00:00.000Z');
  assert.equal(startOfDay('2026-03-30', 'Europe/Monaco').toISOString(), '2026-03-29T22:00:00.000Z');
  assert.equal(dayIn(new Date('2026-11-19T16:00:00Z'), 'Asia/Shanghai'), '2026-11-20');
  assert.equal(addDays('2026-02-28', 1), '2026-03-01');
});

test('a date-and-time field means the city’s clock', () => {
  const at = '2026-11-20T10:30:00.000Z';
  assert.equal(toLocalField(at, 'Asia/Shanghai'), '2026-11-20T18:30');
  assert.equal(fromLocalField('2026-11-20T18:30', 'Asia/Shanghai'), at);
});

test('hours that lie over each other are found, through the night and the week’s end', () => {
  const range = (weekday: number, opens_at: string, closes_at: string) => ({ weekday, opens_at, closes_at });
  assert.deepEqual(overlappingDays([range(1, '09:00', '12:00'), range(1, '13:00', '20:00')]), []);
  assert.deepEqual(overlappingDays([range(1, '09:00', '14:00'), range(1, '13:00', '20:00')]), [1]);
  assert.deepEqual(overlappingDays([range(5, '18:00', '02:00'), range(6, '01:00', '10:00')]), [6]);
  assert.deepEqual(overlappingDays([range(6, '18:00', '02:00'), range(0, '01:00', '10:00')]), [0]);
  assert.deepEqual(overlappingDays([range(2, '00:00', '00:00'), range(3, '00:00', '00:00')]), []);
});

test('an order is late, soon late, waiting or fine', () => {
  const now = Date.parse('2026-11-20T12:00:00Z');
  const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
  const order = (status: string, placed: number, due: number, delivery: string | null = null) => ({
    status,
    placed_at: at(placed),
    dropoff_expected_at: at(due),
    delivery: delivery === null ? null : { status: delivery },
  });
  assert.equal(orderRisk(order('preparing', -40, -1), now), 'late');
  assert.equal(orderRisk(order('preparing', -30, 8), now), 'soon');
  assert.equal(orderRisk(order('in_delivery', -30, 8, 'picked_up'), now), 'ok');
  assert.equal(orderRisk(order('placed', -4, 30), now), 'waiting');
  assert.equal(orderRisk(order('ready', -10, 30, 'unassigned'), now), 'waiting');
  assert.equal(orderRisk(order('completed', -90, -60), now), 'ok');
  assert.equal(worstRisk(['ok', 'waiting', 'soon']), 'soon');
  assert.equal(worstRisk([]), 'ok');
});

test('a promotion’s state follows switch, schedule and budget', () => {
  const now = Date.parse('2026-11-20T12:00:00Z');
  const promotion = {
    status: 'published' as const,
    starts_at: '2026-11-01T00:00:00Z',
    ends_at: null as string | null,
    budget_cents: null as number | null,
    used_cents: 0,
  };
  assert.equal(promotionState(promotion, now), 'live');
  assert.equal(promotionState({ ...promotion, status: 'paused' }, now), 'off');
  assert.equal(promotionState({ ...promotion, status: 'ended' }, now), 'ended');
  assert.equal(promotionState({ ...promotion, starts_at: '2026-12-01T00:00:00Z' }, now), 'planned');
  assert.equal(promotionState({ ...promotion, ends_at: '2026-11-10T00:00:00Z' }, now), 'ended');
  assert.equal(promotionState({ ...promotion, budget_cents: 100, used_cents: 100 }, now), 'used_up');
});
