import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineMeters, projectionAt, type Point } from '../src/geo/plane.ts';
import { clipHalfPlane, contains, convexHull, convexOverlap, inset, signedArea } from '../src/geo/polygon.ts';
import { largestStrongComponent } from '../src/geo/strong-components.ts';
import { createRandom } from '../src/random.ts';
import { roadIdsOf } from '../src/road-ids.ts';
import { stableUuid } from '../src/stable-uuid.ts';

const square: Point[] = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
];

test('projection goes there and back and measures metres', () => {
  const projection = projectionAt([120.15, 30.27]);
  const [x, y] = projection.toPoint(projection.toLonLat([1500, -800]));
  assert.ok(Math.hypot(x - 1500, y + 800) < 0.02);
  assert.ok(Math.abs(lineMeters([projection.toLonLat([0, 0]), projection.toLonLat([300, 400])]) - 500) < 0.5);
});

test('polygons: area, inside, inset, clip, hull, overlap', () => {
  assert.equal(signedArea(square), 10_000);
  assert.ok(contains(square, [50, 50]) && !contains(square, [150, 50]));
  assert.equal(Math.round(signedArea(inset(square, 10) ?? [])), 6400);
  assert.equal(inset(square, 60), undefined);
  assert.equal(signedArea(clipHalfPlane(square, 1, 0, 40)), 4000);
  assert.equal(signedArea(convexHull([...square, [50, 50], [20, 80]])), 10_000);
  assert.ok(
    convexOverlap(square, [
      [90, 90],
      [120, 90],
      [120, 120],
      [90, 120],
    ]),
  );
  assert.ok(
    !convexOverlap(square, [
      [101, 0],
      [120, 0],
      [120, 20],
      [101, 20],
    ]),
  );
});

test('the largest strong component keeps directions', () => {
  const arc = (sourceId: number, targetId: number, isOneway = true) => ({ sourceId, targetId, isOneway });
  assert.deepEqual(
    [...largestStrongComponent([1, 2, 3, 4], [arc(1, 2), arc(2, 3), arc(3, 1), arc(3, 4)])].sort(),
    [1, 2, 3],
  );
  assert.equal(largestStrongComponent([1, 2, 3], [arc(1, 2, false), arc(2, 3, false)]).size, 3);
});

test('ids and chance are stable, and towns do not share road ids', () => {
  assert.equal(stableUuid('a', 'b'), stableUuid('a', 'b'));
  assert.match(stableUuid('x'), /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.deepEqual(
    [createRandom('s').next(), createRandom('s').int(1, 9)],
    [createRandom('s').next(), createRandom('s').int(1, 9)],
  );
  assert.notEqual(roadIdsOf('linli')(1), roadIdsOf('monaco')(1));
  assert.ok(Number.isSafeInteger(roadIdsOf('monaco')(999_999_999)));
  assert.throws(() => roadIdsOf('monaco')(1e9), RangeError);
});
