import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distanceMeters } from '@linli/map/geometry';
import { metersPerPixel, projector } from '../src/lib/flat-view.ts';

const view = { center: [120.15, 30.27] as const, zoom: 14, bearing: 0, width: 800, height: 600 };
const near = (found: readonly number[], wanted: readonly number[]) =>
  found.forEach((value, index) =>
    assert.ok(Math.abs(value - (wanted[index] ?? NaN)) < 0.5, `${found} is ${wanted}`),
  );

test('the centre lies in the middle, north above, east to the right', () => {
  const place = projector(view);
  near(place(view.center), [400, 300]);
  const [x, y] = place([120.16, 30.28]);
  assert.ok(x > 400 && y < 300);
});

test('a turned map turns its places', () => {
  const [x, y] = projector({ ...view, bearing: 90 })([120.16, 30.27]);
  assert.ok(Math.abs(x - 400) < 0.5 && y < 300);
});

test('a pixel is as many metres as it is told', () => {
  const [x] = projector(view)([120.16, 30.27]);
  const meters = distanceMeters(view.center, [120.16, 30.27]);
  near([meters / (x - 400)], [metersPerPixel(view)]);
});
