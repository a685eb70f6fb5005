import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideTick } from '../../edge-functions/_shared/dispatch/decide-tick.ts';
import type { Snapshot } from '../../edge-functions/_shared/dispatch/snapshot.ts';
import { calibrationPoints } from '../src/lib/calibration.ts';
import { compareRound } from '../src/lib/compare-round.ts';
import { cleanWeights } from '../src/lib/dispatch-parameters.ts';
import { byDay, mondayOf, weekFrom } from '../src/lib/shift-week.ts';

const place = (x: number) => ({ lon: 120 + x / 100_000, lat: 30, x, y: 0, is_target: true });
const snapshot: Snapshot = {
  tick_id: 't',
  zone_id: 'z',
  at: 1000,
  seed: 1,
  settings: {
    max_in_hand: 3,
    radius_meters: 5000,
    commit_lead_seconds: 600,
    pickup_service_seconds: 60,
    dropoff_service_seconds: 60,
    search_steps: 50,
    weights: {},
  },
  places: [place(0), place(500), place(3000)],
  travel: null,
  deliveries: [
    {
      id: 'd',
      store_id: 's',
      status: 'unassigned',
      pickup_place: 1,
      dropoff_place: 2,
      placed_at: 900,
      ready_at: 1000,
      promised_at: 1100,
      needs: [],
      only_rider_id: null,
      holder_id: null,
      excluded_rider_ids: [],
    },
  ],
  riders: [
    {
      id: 'r',
      place: 0,
      free_at: 1000,
      off_at: 90_000,
      open_count: 0,
      has_offer: false,
      has: [],
      guaranteed_left: null,
    },
  ],
  demand: [],
  tasks_per_hour: 1,
  previous: [],
};

test('a round decided with other settings tells what would have come out differently', () => {
  const tick = {
    id: 't',
    zone_id: 'z',
    created_at: '2026-11-22T12:00:00Z',
    snapshot,
    plan: null,
    result: null,
  };
  const now = decideTick(snapshot);
  assert.deepEqual(compareRound(tick, now, now), {
    id: 't',
    at: '2026-11-22T12:00:00Z',
    taskCount: 1,
    offersNow: 1,
    offersThen: 1,
    otherRiderCount: 0,
    lateNow: 1,
    lateThen: 1,
    doorSeconds: 0,
  });
  const near = { ...snapshot, settings: { ...snapshot.settings, radius_meters: 100 } };
  const change = compareRound(tick, now, decideTick(near));
  assert.deepEqual([change.offersThen, change.otherRiderCount], [0, 1]);
});

test('shares that held are weighed by how many were told', () => {
  const row = { zone_id: 'a', stage: 0, held_p50_count: 1, mean_width_seconds: 600 };
  assert.deepEqual(
    calibrationPoints([
      { ...row, day: '2026-11-22', count: 8, held_p90_count: 8 },
      { ...row, day: '2026-11-21', count: 2, held_p90_count: 1 },
      { ...row, day: '2026-11-22', zone_id: 'b', count: 2, held_p90_count: 1 },
    ]),
    [
      { day: '2026-11-21', count: 2, p50: 0.5, p90: 0.5, widthSeconds: 600 },
      { day: '2026-11-22', count: 10, p50: 0.2, p90: 0.9, widthSeconds: 600 },
    ],
  );
});

test('weights left empty keep their default', () => {
  assert.deepEqual(cleanWeights({ mixCost: 0, lateWeight: null, payWeight: undefined, dreadWeight: 2 }), {
    mixCost: 0,
    dreadWeight: 2,
  });
});

test('a week begins on Monday and its shifts stand on the day on which they begin', () => {
  assert.equal(mondayOf('2026-11-22'), '2026-11-16');
  assert.equal(weekFrom('2026-11-30').at(-1), '2026-12-06');
  const slot = { starts_at: '2026-11-22T18:00:00Z' };
  assert.deepEqual([...byDay([slot], 'Asia/Shanghai').keys()], ['2026-11-23']);
});
