import { buildCategories } from '../catalog/categories.ts';
import { buildStore, type StoreContext, type StoreRows } from '../catalog/build-store.ts';
import { collectStores } from '../catalog/collect-stores.ts';
import { demoMenu } from '../catalog/menus/index.ts';
import type { DayRange } from '../catalog/store-kind.ts';
import { projectionAt, type Point } from '../geo/plane.ts';
import { buildPeople } from '../people/demo-people.ts';
import { createRandom } from '../random.ts';
import { stableUuid } from '../stable-uuid.ts';
import type { LonLat, Town, Weekday } from '../town.ts';
import { buildDemoMap } from './demo-map.ts';
import { buildDemoStreets } from './demo-streets.ts';
import { buildDemoZones } from './demo-zones.ts';
import { demoNames } from './demo-names.ts';
import { placeStores } from './place-stores.ts';
import { demoStores } from './store-list.ts';

const slug = 'linli';
const origin: LonLat = [120.15, 30.27];
const outline: readonly Point[] = [
  [-2600, -2100],
  [2600, -2100],
  [2600, 2100],
  [-2600, 2100],
];
const wholeDay: readonly DayRange[] = [['00:00', '00:00']];
const everyDay = Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((day) => [day, wholeDay])) as Record<
  Weekday,
  readonly DayRange[]
>;
/** Stores of the demo merchant that never close, so that the demo can be tried at any hour. */
const alwaysOpen: ReadonlySet<string> = new Set(['old-lane-noodles', 'linli-market']);

/** The bundled demo town 邻里镇: made up, the same on every machine, marked as a demo everywhere. */
export function buildDemoTown(): Town {
  const random = createRandom('linli demo town 5');
  const projection = projectionAt(origin);
  const streets = buildDemoStreets(random);
  const map = buildDemoMap(streets, projection, slug);
  const zones = buildDemoZones(streets.grid, projection, slug);
  const context: StoreContext = { slug, projection, outline, currency: 'CNY' };
  const spots = placeStores(streets, demoStores.length + 6, random);
  const rows = demoStores.map(([key, name, english, categorySlug, menu], at): StoreRows => {
    const spot = spots[at];
    if (spot === undefined) throw new RangeError(`store ${key} has no place`);
    return buildStore(
      {
        key,
        name,
        translations: { en: { name: english, street: spot.englishStreet } },
        categorySlug,
        menu: demoMenu(menu),
        street: spot.street,
        phone: `1380000${String(1000 + at)}`,
        position: projection.toLonLat(spot.point),
        hours: alwaysOpen.has(key) ? everyDay : undefined,
        merchant:
          at < 3
            ? { key: 'linli-foods', name: '邻里餐饮', legalName: '邻里餐饮管理（演示）有限公司' }
            : { key, name, legalName: `${name}（演示）` },
      },
      context,
    );
  });
  const catalog = collectStores(rows);
  return {
    city: {
      id: stableUuid('cities', slug),
      slug,
      name: '邻里镇',
      translations: { en: { name: 'Linli Town' } },
      timezone: 'Asia/Shanghai',
      currency: 'CNY',
      lon: origin[0],
      lat: origin[1],
      attribution: '演示地图 · Demo map: 邻里镇 Linli Town is made up',
      isDemo: true,
    },
    rateCard: {
      id: stableUuid(slug, 'rate-card'),
      baseCents: 400,
      includedMeters: 1500,
      perKmCents: 100,
      reachMeters: 6000,
    },
    zones,
    ...map,
    categories: buildCategories(),
    ...catalog,
    promotions: [
      {
        id: stableUuid(slug, 'promotions', 'delivery'),
        storeId: null,
        kind: 'delivery_discount',
        name: '满39减3元配送费',
        translations: { en: { name: '¥3 off delivery over ¥39' } },
        tiers: [{ min_cents: 3900, discount_cents: 300 }],
        costBearer: 'platform',
        priority: 200,
      },
      ...catalog.promotions,
    ],
    people: buildPeople({
      domain: 'demo.linli',
      names: demoNames,
      phone: (serial) => `+861380000${String(serial).padStart(4, '0')}`,
      stores: catalog.stores,
      homes: spots
        .slice(demoStores.length)
        .map((spot) => ({ position: projection.toLonLat(spot.point), street: spot.street })),
      zones,
      roadNodes: map.roadNodes,
      random,
    }),
  };
}
