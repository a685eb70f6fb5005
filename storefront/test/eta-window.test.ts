import assert from 'node:assert/strict';
import { test } from 'node:test';
import { etaWindow } from '../src/lib/order/eta-window.ts';

const now = Date.parse('2026-11-22T12:00:00Z');

test('a window is told in whole five minutes, outwards', () => {
  assert.deepEqual(etaWindow({ p50_at: '2026-11-22T12:37:20Z', p90_at: '2026-11-22T12:43:10Z' }, now), {
    from: '2026-11-22T12:35:00.000Z',
    to: '2026-11-22T12:45:00.000Z',
  });
});

test('a window is never a point, and one that is over is none', () => {
  assert.deepEqual(etaWindow({ p50_at: '2026-11-22T12:35:00Z', p90_at: '2026-11-22T12:35:00Z' }, now), {
    from: '2026-11-22T12:30:00.000Z',
    to: '2026-11-22T12:35:00.000Z',
  });
  assert.equal(etaWindow({ p50_at: '2026-11-22T11:35:00Z', p90_at: '2026-11-22T11:55:00Z' }, now), null);
});
