import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderStage } from '#lib/order/order-stage.ts';
import { orderTimeline } from '#lib/order/order-timeline.ts';
import type { DeliveryStatus, OrderEvent, OrderStatus } from '#lib/order/types.ts';
import { reorderLines } from '#lib/order/reorder.ts';
import { product } from './helpers.ts';

const stage = (status: OrderStatus, delivery?: DeliveryStatus, isPickup = false, hasReturned = false) =>
  orderStage({ status, fulfillment_type: isPickup ? 'pickup' : 'delivery' }, delivery, hasReturned);

test('a delivery walks through its stages', () => {
  assert.deepEqual(
    [
      stage('pending_payment'),
      stage('pending_payment', undefined, false, true),
      stage('placed'),
      stage('accepted', 'assigned'),
      stage('preparing', 'arrived_at_store'),
      stage('ready', 'unassigned'),
      stage('ready', 'assigned'),
      stage('ready', 'arrived_at_store'),
      stage('in_delivery', 'picked_up'),
      stage('in_delivery', 'arrived_at_customer'),
      stage('completed', 'delivered'),
    ],
    [
      'to_pay',
      'confirming',
      'placed',
      'accepted',
      'preparing',
      'waiting_rider',
      'rider_coming',
      'rider_at_store',
      'on_the_way',
      'at_the_door',
      'delivered',
    ],
  );
});

test('a pickup is collected, and ends say which end', () => {
  assert.equal(stage('awaiting_pickup', undefined, true), 'collect');
  assert.equal(stage('completed', undefined, true), 'collected');
  assert.equal(stage('rejected'), 'rejected');
  assert.equal(stage('cancelled'), 'cancelled');
  assert.equal(stage('expired'), 'expired');
});

test('the timeline merges order and delivery, latest first, without inner steps', () => {
  const event = (command: string, minute: number): OrderEvent => ({
    command,
    from_status: 'placed',
    to_status: 'accepted',
    actor: 'merchant',
    reason_code: null,
    created_at: `2026-11-22T12:${String(minute).padStart(2, '0')}:00+00:00`,
  });
  const steps = orderTimeline({
    events: [event('place', 0), event('pay', 1), event('accept', 2), event('depart', 9)],
    delivery: {
      id: 'd',
      eta: null,
      hand_over_code: null,
      status: 'picked_up',
      dropoff_expected_at: '2026-11-22T12:30:00+00:00',
      assigned_at: null,
      picked_up_at: null,
      delivered_at: null,
      rider: null,
      events: [
        { command: 'offer', to_status: 'offered', created_at: '2026-11-22T12:03:00+00:00', client_at: null },
        {
          command: 'accept_offer',
          to_status: 'assigned',
          created_at: '2026-11-22T12:04:00+00:00',
          client_at: null,
        },
        {
          command: 'pick_up',
          to_status: 'picked_up',
          created_at: '2026-11-22T12:09:00+00:00',
          client_at: null,
        },
      ],
    },
  });
  assert.deepEqual(
    steps.map((step) => step.name),
    ['picked_up', 'rider_assigned', 'accepted', 'paid', 'placed'],
  );
});

test('ordering again keeps what can still be had, at the price of today', () => {
  const item = {
    id: 'i',
    line_number: 1,
    product_id: 'p1',
    name: '牛肉面',
    translations: {},
    modifiers: [{ id: 'large', name: '大份', translations: {} }],
    note: '',
    quantity: 2,
    unit_price_cents: 1500,
    total_cents: 3000,
  };
  const lines = reorderLines(
    [item, { ...item, product_id: 'gone' }, { ...item, product_id: null }],
    [product()],
  );
  assert.deepEqual(
    lines.map((line) => [line.productId, line.quantity, line.unitPriceCents]),
    [['p1', 2, 2100]],
  );
});
