import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalizePhone } from '#lib/identity/normalize-phone.ts';
import { nearestCity } from '#lib/map/nearest-city.ts';
import { returnPath } from '#lib/platform/return-path.ts';
import { groupHours } from '#lib/store/group-hours.ts';

test('phone numbers become E.164 or nothing', () => {
  assert.equal(normalizePhone('138 0000 0001'), '+8613800000001');
  assert.equal(normalizePhone('+33 6 12 34 56 78'), '+33612345678');
  assert.equal(normalizePhone('0086-13800000001'), '+8613800000001');
  assert.equal(normalizePhone('12345'), undefined);
  assert.equal(normalizePhone('23800000001'), undefined);
});

test('after signing in one only returns into the app', () => {
  assert.equal(returnPath('/orders?x=1'), '/orders?x=1');
  for (const bad of [null, 'https://evil.example', '//evil.example', '/\\evil.example', 'orders']) {
    assert.equal(returnPath(bad), '/');
  }
});

test('the nearest town serves a point, none does from far away', () => {
  const towns = [
    { name: 'Monaco', lon: 7.42, lat: 43.735 },
    { name: 'Hangzhou', lon: 120.15, lat: 30.27 },
  ];
  assert.equal(nearestCity(towns, [7.4, 43.74])?.name, 'Monaco');
  assert.equal(nearestCity(towns, [0, 0]), undefined);
});

test('equal days of opening hours are drawn together, Monday first', () => {
  const day = (weekday: number, opens: string, closes: string) => ({
    weekday,
    opens_at: `${opens}:00`,
    closes_at: `${closes}:00`,
  });
  const hours = [1, 2, 3, 4, 5].map((weekday) => day(weekday, '09:00', '21:00'));
  assert.deepEqual(groupHours([...hours, day(6, '10:00', '14:00'), day(6, '17:00', '02:00')]), [
    { weekdays: [1, 2, 3, 4, 5], ranges: '09:00–21:00' },
    { weekdays: [6], ranges: '10:00–14:00, 17:00–02:00' },
    { weekdays: [0], ranges: '' },
  ]);
});
