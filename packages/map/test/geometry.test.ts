import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gcj02ToWgs84, wgs84ToGcj02 } from '../src/gcj02.ts';
import { bearing, distanceMeters, turn } from '../src/geometry.ts';
import { poseAt, shouldGlide, targetPose } from '../src/glide.ts';
import { lengthMeters, splitRoute } from '../src/split-route.ts';

test('distance and bearing on known points', () => {
  assert.ok(Math.abs(distanceMeters([120, 30], [120, 31]) - 111_195) < 1);
  assert.ok(Math.abs(bearing([120, 30], [120.1, 30]) - 90) < 0.1);
  assert.ok(Math.abs(bearing([120, 30], [120, 29]) - 180) < 1e-9);
});

test('turns take the shorter way', () => {
  assert.equal(turn(350, 10), 20);
  assert.equal(turn(10, 350), -20);
  assert.equal(poseAt({ position: [0, 0], heading: 350 }, { position: [1, 0], heading: 20 }, 1).heading, 20);
});

test('a glide starts, ends and stays between', () => {
  const from = { position: [120, 30], heading: 0 } as const;
  const to = targetPose(from, [120.002, 30]);
  assert.ok(Math.abs(to.heading - 90) < 0.1);
  assert.deepEqual(poseAt(from, to, 0).position, [120, 30]);
  assert.deepEqual(poseAt(from, to, 2).position, [120.002, 30]);
  assert.equal(targetPose(from, [120.000001, 30]).heading, 0);
  assert.equal(targetPose(from, [120.002, 30], 45).heading, 45);
});

test('no glide over corrections or with reduced motion', () => {
  const from = { position: [120, 30], heading: 0 } as const;
  assert.equal(shouldGlide(from, { position: [120.001, 30], heading: 0 }, false), true);
  assert.equal(shouldGlide(from, { position: [120.001, 30], heading: 0 }, true), false);
  assert.equal(shouldGlide(from, { position: [120.1, 30], heading: 0 }, false), false);
});

test('a route is cut at the nearest point of its line', () => {
  const line = [
    [120, 30],
    [120.01, 30],
    [120.01, 30.01],
  ] as const;
  const { travelled, ahead, aheadMeters } = splitRoute(line, [120.005, 30.0003]);
  assert.deepEqual(
    travelled.map(([lon]) => Number(lon.toFixed(6))),
    [120, 120.005],
  );
  assert.equal(ahead.length, 3);
  assert.ok(Math.abs(aheadMeters + lengthMeters(travelled) - lengthMeters(line)) < 0.01);
  assert.deepEqual(splitRoute([[1, 2]], [1, 2]).ahead, [[1, 2]]);
});

test('GCJ-02 shifts by hundreds of metres in China, comes back exactly, and leaves Monaco alone', () => {
  const point = [120.15, 30.27] as const;
  const image = wgs84ToGcj02(point);
  const shift = distanceMeters(point, image);
  assert.ok(shift > 300 && shift < 700, String(shift));
  assert.ok(distanceMeters(gcj02ToWgs84(image), point) < 0.01);
  assert.deepEqual(wgs84ToGcj02([7.42, 43.73]), [7.42, 43.73]);
  const known = wgs84ToGcj02([116.391, 39.907]);
  assert.ok(Math.abs(known[0] - 116.39724) < 1e-4 && Math.abs(known[1] - 39.9084) < 1e-4);
});
