import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countdown } from '#lib/offer/countdown.ts';
import { clockSkew } from '#lib/platform/clock-skew.ts';

test('an offer counts down in whole seconds and ends at nought', () => {
  assert.deepEqual(countdown(0, 40_000, 0), { secondsLeft: 40, share: 1, isOver: false });
  assert.deepEqual(countdown(0, 40_000, 10_000), { secondsLeft: 30, share: 0.75, isOver: false });
  assert.equal(countdown(0, 40_000, 39_999).secondsLeft, 1);
  assert.deepEqual(countdown(0, 40_000, 40_000), { secondsLeft: 0, share: 0, isOver: true });
  assert.deepEqual(countdown(0, 40_000, 99_000), { secondsLeft: 0, share: 0, isOver: true });
});

test('a phone whose clock is behind does not show more than the whole', () => {
  assert.equal(countdown(10_000, 50_000, 0).share, 1);
});

test("the platform's clock is read from its answers", () => {
  const header = 'Sun, 22 Nov 2026 04:00:00 GMT';
  const there = Date.parse(header);
  assert.equal(clockSkew(header, there - 60_000, there - 59_000), 60_000);
  assert.equal(clockSkew(header, there + 100, there + 300), 0);
  assert.equal(clockSkew(null, 0, 0), 0);
  assert.equal(clockSkew('soon', 0, 0), 0);
});
