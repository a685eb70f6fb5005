import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currentCards, type CardTime } from '../src/lib/rates/current-cards.ts';
import { newRateRule, rateKinds, rateRuleFault, writtenRateRule } from '../src/lib/rates/rate-rule.ts';

test('a new rule of every kind can be saved, but for the zone that people must choose', () => {
  const faults = rateKinds.map((kind) => rateRuleFault(newRateRule(kind)));
  assert.deepEqual(faults, [undefined, undefined, undefined, 'zone_id', undefined, undefined, undefined]);
});

test('only what its kind has is stored', () => {
  const rule = { ...newRateRule('base'), from_meters: 5, weekdays: [1], label: '' };
  assert.deepEqual(writtenRateRule(rule), { kind: 'base', amount_cents: 400 });
});

test('what is missing is told by its column', () => {
  assert.equal(rateRuleFault({ kind: 'distance', from_meters: 2000, to_meters: 1000 }), 'to_meters');
  assert.equal(rateRuleFault({ kind: 'amount', below_cents: 0 }), 'below_cents');
  assert.equal(
    rateRuleFault({ kind: 'time_window', weekdays: [], starts_at: '10:00', ends_at: '11:00' }),
    'weekdays',
  );
  assert.equal(rateRuleFault({ kind: 'base', amount_cents: null }), 'amount_cents');
});

test('of each scope the newest card that counts, and those to come', () => {
  const card = (id: string, part: Partial<CardTime>): CardTime => ({
    id,
    zone_id: null,
    store_id: null,
    version: 1,
    starts_at: '2026-01-01T00:00:00Z',
    ends_at: null,
    ...part,
  });
  const cards = [
    card('old', {}),
    card('now', { version: 2 }),
    card('later', { version: 3, starts_at: '2027-01-01T00:00:00Z' }),
    card('gone', { version: 4, ends_at: '2026-02-01T00:00:00Z' }),
    card('store', { store_id: 's' }),
    card('zone', { zone_id: 'z' }),
  ];
  assert.deepEqual(
    currentCards(cards, Date.parse('2026-11-20T00:00:00Z')).map(({ id }) => id),
    ['now', 'later', 'zone', 'store'],
  );
});
