import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoursOf, minuteOfDay, packColumns } from '../src/lib/booking-grid.ts';

const zone = 'Asia/Shanghai';
const span = (from: string, to: string) => ({
  starts_at: `2026-11-23T${from}:00+08:00`,
  ends_at: `2026-11-23T${to}:00+08:00`,
});

test('minutes count from midnight of the town', () => {
  assert.equal(minuteOfDay('2026-11-23T09:30:00+08:00', '2026-11-23', zone), 570);
  assert.equal(minuteOfDay('2026-11-24T00:30:00+08:00', '2026-11-23', zone), 1470);
});

test('the grid shows working hours, and what lies outside them', () => {
  assert.deepEqual(hoursOf([], '2026-11-23', zone), { from: 9, to: 18 });
  assert.deepEqual(hoursOf([span('07:30', '08:00'), span('19:00', '20:15')], '2026-11-23', zone), {
    from: 7,
    to: 21,
  });
});

test('what overlaps lies side by side, what follows has the whole width', () => {
  const packed = packColumns([
    span('09:00', '10:00'),
    span('09:30', '10:30'),
    span('10:00', '11:00'),
    span('11:00', '12:00'),
  ]);
  assert.deepEqual(
    packed.map(({ column, columns }) => [column, columns]),
    [
      [0, 2],
      [1, 2],
      [0, 2],
      [0, 1],
    ],
  );
  assert.deepEqual(packColumns([]), []);
});
