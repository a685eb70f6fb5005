import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupPins } from '#lib/map/group-pins.ts';
import type { Pin } from '#lib/map/stop-pin.ts';

const pin = (kind: Pin['kind'], number: number, lon: number): Pin => ({
  id: `${number}`,
  kind,
  numbers: [number],
  position: [lon, 31],
  label: `stop ${number}`,
});

test('two stops at one store are one pin with both numbers', () => {
  const grouped = groupPins([
    pin('store', 1, 121),
    pin('store', 2, 121),
    pin('dropoff', 3, 121),
    pin('dropoff', 4, 122),
  ]);
  assert.deepEqual(
    grouped.map((one) => [one.kind, one.numbers, one.label]),
    [
      ['store', [1, 2], 'stop 1; stop 2'],
      ['dropoff', [3], 'stop 3'],
      ['dropoff', [4], 'stop 4'],
    ],
  );
});
