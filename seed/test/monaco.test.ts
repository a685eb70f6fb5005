import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { largestStrongComponent } from '../src/geo/strong-components.ts';
import { importTown } from '../src/osm/import-town.ts';
import { readOsm } from '../src/osm/read-osm.ts';
import { directionOf, roadClassOf } from '../src/osm/roads.ts';

const file = fileURLToPath(new URL('../../../shared/data/osm/monaco.osm.gz', import.meta.url));
const skip = existsSync(file) ? false : 'left out: ../shared/data/osm/monaco.osm.gz is not here';

test('Monaco imports with its roads, one-ways, quarters, sea and stores', { skip }, async () => {
  const town = await importTown({ file, slug: 'monaco', currency: 'EUR', timezone: 'Europe/Monaco' });
  assert.equal(town.city.name, 'Monaco');
  assert.equal(town.city.translations['zh-CN']?.name, '摩纳哥');
  assert.equal(town.city.attribution, '© OpenStreetMap contributors, ODbL');
  assert.equal(
    largestStrongComponent(
      town.roadNodes.map((node) => node.id),
      town.roadEdges,
    ).size,
    town.roadNodes.length,
  );
  assert.ok(town.roadNodes.length > 800);
  assert.ok(town.stores.length > 40);
  assert.ok(town.zones.some((zone) => zone.name === 'Monte-Carlo'));
  assert.ok(
    town.areas.some((area) => area.kind === 'water') &&
      town.areas.filter((area) => area.kind === 'building').length > 800,
  );
  for (const store of town.stores) {
    const count = town.products.filter((product) => product.storeId === store.id).length;
    assert.ok(count >= 12, `${store.name}: ${count} products`);
    assert.match(store.translations['zh-CN']?.description ?? '', /演示菜单/);
  }
  assert.ok(
    town.products.every((product) => product.translations['zh-CN']?.name && product.translations.en?.name),
  );
});

test('no one-way of Monaco may be travelled against its direction', { skip }, async () => {
  const data = await readOsm(file);
  const town = await importTown({ file, slug: 'monaco', currency: 'EUR', timezone: 'Europe/Monaco' });
  const allowed = new Set<string>();
  for (const { refs, tags } of data.ways.values()) {
    if (roadClassOf(tags) === undefined) continue;
    const direction = directionOf(tags);
    for (let at = 1; at < refs.length; at += 1) {
      const [from, to] = [data.positions.get(refs[at - 1] ?? 0), data.positions.get(refs[at] ?? 0)];
      if (direction !== 'backward') allowed.add(`${from} ${to}`);
      if (direction !== 'forward') allowed.add(`${to} ${from}`);
    }
  }
  for (const edge of town.roadEdges) {
    for (let at = 1; at < edge.line.length; at += 1) {
      assert.ok(
        allowed.has(`${edge.line[at - 1]} ${edge.line[at]}`),
        `${edge.name ?? edge.id} runs the wrong way`,
      );
      if (!edge.isOneway) assert.ok(allowed.has(`${edge.line[at]} ${edge.line[at - 1]}`));
    }
  }
});
