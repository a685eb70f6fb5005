import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { buildDemoTown } from '../src/demo/build-demo-town.ts';
import { contains } from '../src/geo/polygon.ts';
import { largestStrongComponent } from '../src/geo/strong-components.ts';
import type { Point } from '../src/geo/plane.ts';

const town = buildDemoTown();

test('the same town is built every time', () => {
  const digest = (value: object) => createHash('sha1').update(JSON.stringify(value)).digest('hex');
  assert.equal(digest(buildDemoTown()), digest(town));
});

test('the streets are one connected graph of a believable size, one-ways kept', () => {
  assert.ok(town.roadNodes.length >= 600 && town.roadNodes.length <= 1000, String(town.roadNodes.length));
  const reached = largestStrongComponent(
    town.roadNodes.map((node) => node.id),
    town.roadEdges,
  );
  assert.equal(reached.size, town.roadNodes.length);
  assert.ok(town.roadEdges.filter((edge) => edge.isOneway).length > 40);
  assert.ok(
    town.roadEdges.every((edge) => edge.lengthMeters > 3 && edge.speedMps > 0 && edge.line.length > 1),
  );
});

test('edges begin and end at their nodes', () => {
  const places = new Map(town.roadNodes.map((node) => [node.id, [node.lon, node.lat].join()]));
  for (const edge of town.roadEdges) {
    assert.equal(edge.line[0]?.join(), places.get(edge.sourceId));
    assert.equal(edge.line.at(-1)?.join(), places.get(edge.targetId));
  }
});

test('streets have Chinese and English names, the river has bridges, the map has everything to draw', () => {
  const named = town.roadEdges.filter((edge) => edge.name !== null);
  assert.ok(named.length / town.roadEdges.length > 0.85);
  assert.ok(new Set(named.map((edge) => edge.name)).size > 80);
  assert.ok(named.every((edge) => /(Road|Street|Lane|Circle)$/.test(edge.translations.en?.name ?? '')));
  for (const kind of ['water', 'park', 'building', 'land'] as const)
    assert.ok(
      town.areas.some((area) => area.kind === kind),
      kind,
    );
});

test('four zones tile the town: every crossing and store lies in exactly one', () => {
  assert.equal(town.zones.length, 4);
  const rings = town.zones.map((zone) => (zone.area[0]?.[0] ?? []) as readonly Point[]);
  for (const { lon, lat } of [...town.roadNodes, ...town.stores]) {
    assert.equal(rings.filter((ring) => contains(ring, [lon, lat])).length, 1);
  }
});

test('stores cover the whole category tree and stand apart from each other', () => {
  assert.ok(town.stores.length >= 72);
  const used = new Set(town.stores.map((store) => store.categoryId));
  const parents = new Set(town.categories.map((category) => category.parentId));
  const unused = town.categories
    .filter((category) => !parents.has(category.id) && !used.has(category.id))
    .map(({ slug }) => slug);
  assert.deepEqual(unused, ['fashion', 'general-shop']);
  assert.equal(new Set(town.stores.map((store) => `${store.lon} ${store.lat}`)).size, town.stores.length);
  for (const store of town.stores) {
    assert.match(store.phone, /^1380000\d{4}$/);
    assert.ok(
      contains((store.deliveryArea[0]?.[0] ?? []) as readonly Point[], [store.lon, store.lat]),
      store.name,
    );
    assert.ok(store.ratingAverage >= 1 && store.ratingAverage <= 5);
  }
});

test('the first stores belong to the demo merchant and are open at any hour', () => {
  const [first] = town.stores;
  const own = town.stores.filter((store) => store.merchantId === first?.merchantId);
  assert.equal(own.length, 3);
  const hours = town.storeHours.filter((range) => range.storeId === first?.id);
  assert.equal(hours.length, 7);
  assert.ok(hours.every((range) => range.opensAt === '00:00' && range.closesAt === '00:00'));
});

test('people: customers with addresses, staff for every merchant, twelve riders, operators', () => {
  const emails = town.people.flatMap((person) => person.email ?? []);
  for (const email of ['merchant@demo.linli', 'rider1@demo.linli', 'rider12@demo.linli', 'ops@demo.linli'])
    assert.ok(emails.includes(email), email);
  const phones = town.people.flatMap((person) => person.phone ?? []);
  assert.equal(new Set(phones).size, phones.length);
  assert.ok(phones.every((phone) => /^\+861380000\d{4}$/.test(phone)));
  const served = new Set(
    town.people.flatMap((person) => (person.memberships ?? []).map((membership) => membership.merchantId)),
  );
  assert.equal(served.size, town.merchants.length);
  assert.equal(town.people.filter((person) => person.rider !== undefined).length, 12);
  assert.ok(
    town.people
      .filter((person) => person.addresses !== undefined)
      .every((person) => person.addresses?.length === 2),
  );
});
