import { buildCategories } from '../catalog/categories.ts';
import { buildStore } from '../catalog/build-store.ts';
import { collectStores } from '../catalog/collect-stores.ts';
import { projectionAt } from '../geo/plane.ts';
import { buildPeople } from '../people/demo-people.ts';
import { createRandom } from '../random.ts';
import { stableUuid } from '../stable-uuid.ts';
import type { LonLat, Town } from '../town.ts';
import { buildAreas } from './areas.ts';
import { importedNames } from './imported-names.ts';
import { translatedNames } from './names.ts';
import { findPlaces, findSettlement } from './places.ts';
import { findPois } from './pois.ts';
import { readOsm } from './read-osm.ts';
import { buildRoads } from './roads.ts';
import { buildSea } from './sea.ts';
import { nearestStreet, orderStores, storeSpec, withDemoNotice } from './store-spec.ts';
import { buildZones } from './zones.ts';

export type ImportOptions = {
  file: string;
  slug: string;
  /** ISO 4217. */
  currency: string;
  /** IANA. */
  timezone: string;
  /** The town's name; else the largest settlement of the extract names it. */
  name?: string;
};

/**
 * Makes a town of an OpenStreetMap extract: its roads, areas, place names and points of interest are real;
 * menus, prices, ratings, phone numbers and people are made up and say so. Throws `RangeError` when the
 * extract has no roads or no named stores.
 */
export async function importTown({ file, slug, currency, timezone, name }: ImportOptions): Promise<Town> {
  const data = await readOsm(file);
  const { roadNodes, roadEdges } = buildRoads(data, slug);
  const pois = findPois(data);
  if (roadNodes.length === 0 || pois.length === 0)
    throw new RangeError(`${file} has no usable roads or no named stores`);

  const lons = roadNodes.map((node) => node.lon);
  const lats = roadNodes.map((node) => node.lat);
  const middle: LonLat = [mean(lons), mean(lats)];
  const projection = projectionAt(middle);
  const places = findPlaces(data);
  const { zones, outline } = buildZones(roadNodes, places, projection, slug);
  const shore = outline.map(projection.toLonLat);
  const box = {
    west: Math.min(...shore.map(([lon]) => lon)),
    east: Math.max(...shore.map(([lon]) => lon)),
    south: Math.min(...shore.map(([, lat]) => lat)),
    north: Math.max(...shore.map(([, lat]) => lat)),
  };
  const rows = orderStores(pois).map((poi, at) =>
    buildStore(storeSpec(poi, at, roadEdges, projection), { slug, projection, outline, currency }),
  );
  const catalog = collectStores(rows);
  const stores = catalog.stores.map(withDemoNotice);
  const settlement = findSettlement(data, name);
  const random = createRandom(`import ${slug}`);
  const homes = Array.from({ length: 6 }, () => {
    const node = random.pick(roadNodes);
    const position: LonLat = [node.lon, node.lat];
    return { position, street: `${random.int(1, 60)} ${nearestStreet(position, roadEdges, projection)}` };
  });
  return {
    city: {
      id: stableUuid('cities', slug),
      slug,
      name: name ?? settlement?.tags.name ?? slug,
      translations: settlement === undefined ? {} : translatedNames(settlement.tags),
      timezone,
      currency,
      lon: middle[0],
      lat: middle[1],
      attribution: '© OpenStreetMap contributors, ODbL',
      isDemo: true,
    },
    rateCard: {
      id: stableUuid(slug, 'rate-card'),
      baseCents: 250,
      includedMeters: 1000,
      perKmCents: 60,
      reachMeters: 5000,
    },
    zones,
    roadNodes,
    roadEdges,
    areas: [...buildSea(data, box), ...buildAreas(data)],
    places,
    categories: buildCategories(),
    ...catalog,
    stores,
    people: buildPeople({
      domain: `${slug}.linli`,
      names: importedNames,
      phone: (serial) => `+3363998${String(serial).padStart(4, '0')}`,
      stores,
      homes,
      zones,
      roadNodes,
      random,
    }),
  };
}

function mean(values: readonly number[]): number {
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 1e6) / 1e6;
}
