import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { buildAreas } from '../src/osm/areas.ts';
import { parseOpeningHours } from '../src/osm/opening-hours.ts';
import { findPois } from '../src/osm/pois.ts';
import { readOsm } from '../src/osm/read-osm.ts';
import { buildRoads, directionOf, roadClassOf, speedOf } from '../src/osm/roads.ts';
import { buildSea } from '../src/osm/sea.ts';

const folder = mkdtempSync(join(tmpdir(), 'linli-osm-'));
after(() => rmSync(folder, { recursive: true }));

const node = (id: number, lon: number, lat: number, tags = '') =>
  `<node id="${id}" lon="${lon}" lat="${lat}">${tags}</node>`;
const way = (id: number, refs: number[], tags: Record<string, string>) =>
  `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${Object.entries(tags)
    .map(([k, v]) => `<tag k="${k}" v="${v}"/>`)
    .join('')}</way>`;

const extract = `<?xml version="1.0"?><osm>
${node(1, 7.0, 43.0)}${node(2, 7.001, 43.0)}${node(3, 7.002, 43.0)}${node(4, 7.001, 43.001)}${node(5, 7.0, 43.001)}
${node(6, 7.01, 43.01)}${node(7, 7.011, 43.01)}${node(8, 7.002, 43.001)}
${node(20, 7.0005, 43.0005, '<tag k="amenity" v="restaurant"/><tag k="name" v="Chez &lt;Anna&gt;"/><tag k="cuisine" v="regional;pizza"/>')}
${node(21, 7.0006, 43.0005, '<tag k="amenity" v="cafe"/>')}
${way(100, [1, 2, 3], { highway: 'primary', name: 'Rue A', 'name:zh': '甲街', maxspeed: '10' })}
${way(101, [2, 4], { highway: 'residential', oneway: '-1' })}
${way(102, [2, 8, 4, 2], { highway: 'residential', junction: 'roundabout' })}
${way(103, [6, 7], { highway: 'residential', name: 'Far away' })}
${way(104, [1, 5], { highway: 'residential', oneway: 'yes' })}
${way(105, [1, 4], { highway: 'steps' })}
${way(200, [1, 2, 4, 5, 1], { building: 'yes' })}
${way(201, [1, 2, 4, 5, 1], { natural: 'water' })}${way(202, [3, 8, 4, 3], {})}
<relation id="300"><member type="way" ref="201" role="outer"/><member type="way" ref="202" role="inner"/><tag k="type" v="multipolygon"/><tag k="leisure" v="park"/></relation>
${way(400, [5, 4, 8], { natural: 'coastline' })}
</osm>`;
const file = join(folder, 'small.osm.gz');
writeFileSync(file, gzipSync(extract));

test('roads are cut at crossings, one-ways run from source to target, only what is reachable stays', async () => {
  const data = await readOsm(file);
  const { roadNodes, roadEdges } = buildRoads(data, 'small');
  const at = (id: number) => roadNodes.find((one) => one.id === id);
  const primary = roadEdges.filter((edge) => edge.class === 'primary');
  assert.equal(primary.length, 2);
  assert.equal(primary[0]?.translations['zh-CN']?.name, '甲街');
  assert.ok(primary.every((edge) => !edge.isOneway && edge.speedMps < 2.8));
  const reversed = roadEdges.find(
    (edge) =>
      edge.isOneway && edge.line.length === 2 && edge.line[0]?.[1] === 43.001 && edge.line[0][0] === 7.001,
  );
  assert.ok(reversed !== undefined, 'oneway=-1 is turned round');
  assert.deepEqual([at(reversed.sourceId)?.lat, at(reversed.targetId)?.lat], [43.001, 43]);
  assert.ok(
    roadEdges.every((edge) => edge.name !== 'Far away'),
    'an island is left out',
  );
  assert.ok(
    roadNodes.every((one) => !(one.lon === 7 && one.lat === 43.001)),
    'a dead end behind a one-way is left out',
  );
});

test('directions, classes and speeds follow the tags', () => {
  assert.equal(directionOf({ oneway: 'yes' }), 'forward');
  assert.equal(directionOf({ oneway: '-1' }), 'backward');
  assert.equal(directionOf({ junction: 'roundabout' }), 'forward');
  assert.equal(directionOf({ junction: 'roundabout', oneway: 'no' }), 'both');
  assert.equal(directionOf({ highway: 'motorway' }), 'forward');
  assert.equal(roadClassOf({ highway: 'tertiary_link' }), 'secondary');
  assert.equal(roadClassOf({ highway: 'steps' }), undefined);
  assert.equal(roadClassOf({ highway: 'service', access: 'private' }), undefined);
  assert.equal(speedOf({ maxspeed: '130' }, 'primary'), 7);
  assert.equal(speedOf({ maxspeed: '10 mph' }, 'primary'), 4.47);
});

test('areas take multipolygons with holes; the sea lies right of the coast', async () => {
  const data = await readOsm(file);
  const areas = buildAreas(data);
  assert.deepEqual(areas.map((area) => area.kind).sort(), ['building', 'park']);
  const sea = buildSea(data, { west: 7, south: 42.999, east: 7.002, north: 43.003 });
  const ring = sea[0]?.polygons[0]?.[0] ?? [];
  assert.deepEqual(ring[0], ring.at(-1));
  assert.ok(
    ring.some(([lon, lat]) => lat === 42.999 && lon === 7.002),
    'the southern corner is water: the coast runs east',
  );
  assert.ok(!ring.some(([, lat]) => lat === 43.003), 'the north is land');
});

test('named places become stores by their cuisine; nameless ones do not', async () => {
  const pois = findPois(await readOsm(file));
  assert.deepEqual(
    pois.map(({ name, categorySlug, menuKey }) => [name, categorySlug, menuKey]),
    [['Chez <Anna>', 'western', 'italian']],
  );
});

test('plain opening hours are read, others are not guessed', () => {
  assert.deepEqual(parseOpeningHours('Mo-We 09:00-12:00,14:00-18:00; Su off')?.[2], [
    ['09:00', '12:00'],
    ['14:00', '18:00'],
  ]);
  assert.deepEqual(parseOpeningHours('Fr-Mo 18:00-26:00')?.[0], [['18:00', '02:00']]);
  assert.deepEqual(parseOpeningHours('24/7')?.[6], [['00:00', '00:00']]);
  assert.deepEqual(Object.keys(parseOpeningHours('08:00-20:00') ?? {}).length, 7);
  for (const text of ['sunrise-sunset', 'Apr-Oct Mo 09:00-12:00', '', 'by appointment'])
    assert.equal(parseOpeningHours(text), undefined, text);
});

test('a file that is not OpenStreetMap says so', async () => {
  const bad = join(folder, 'bad.osm');
  writeFileSync(bad, '<html><body>');
  await assert.rejects(readOsm(bad), /bad\.osm/);
  await assert.rejects(readOsm(join(folder, 'missing.osm.gz')), /ENOENT/);
});
