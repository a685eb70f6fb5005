import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distanceMeters, type LonLat } from '@linli/map/geometry';
import { pointAlong } from '#lib/position/point-along.ts';
import { shouldReport } from '#lib/position/should-report.ts';

const line: LonLat[] = [
  [121, 31],
  [121.001, 31],
  [121.001, 31.001],
];

test('a ride follows the line and ends at its end', () => {
  const [a, b, c] = line as [LonLat, LonLat, LonLat];
  assert.deepEqual(pointAlong(line, 0)?.position, a);
  assert.equal(Math.round(pointAlong(line, 10)?.heading ?? -1), 90);
  const beyond = pointAlong(line, distanceMeters(a, b) + 20);
  assert.equal(Math.round(beyond?.heading ?? -1), 0);
  assert.ok(Math.abs(distanceMeters(b, beyond?.position ?? a) - 20) < 0.1);
  assert.deepEqual(pointAlong(line, 9_999), { position: c, heading: 0, isEnd: true });
  assert.equal(pointAlong([], 5), null);
});

test('a position is reported after three seconds and fifteen metres, or to say that one is there', () => {
  const fix = { lon: 121, lat: 31, heading: null, at: 0 };
  const moved = { ...fix, lon: 121.0003 };
  const last = { fix, sentAt: 0 };
  assert.equal(shouldReport(null, fix, 0), true);
  assert.equal(shouldReport(last, moved, 2_000), false);
  assert.equal(shouldReport(last, moved, 3_000), true);
  assert.equal(shouldReport(last, { ...fix, lon: 121.0001 }, 5_000), false);
  assert.equal(shouldReport(last, fix, 20_000), true);
});
