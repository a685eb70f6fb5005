import type { StoreSpec } from '../catalog/build-store.ts';
import type { DayRange } from '../catalog/store-kind.ts';
import { rivieraMenu } from '../catalog/menus/riviera.ts';
import { distanceToSegment, type Projection } from '../geo/plane.ts';
import type { LonLat, RoadEdge, Store, Weekday } from '../town.ts';
import { translatedNames } from './names.ts';
import { parseOpeningHours } from './opening-hours.ts';
import type { Poi } from './pois.ts';

const ownMerchant = { key: 'demo-merchant', name: 'Maison Démo', legalName: 'Maison Démo (demo)' };
const wholeDay: readonly DayRange[] = [['00:00', '00:00']];
const wholeWeek = Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((day) => [day, wholeDay])) as Record<
  Weekday,
  readonly DayRange[]
>;

/** The stores with the demo merchant's three in front: a restaurant, a café and a food shop, as far as there are. */
export function orderStores(pois: readonly Poi[]): Poi[] {
  const own = ['western', 'coffee', 'supermarket'].flatMap(
    (slug) => pois.find((poi) => poi.categorySlug === slug) ?? [],
  );
  return [...own, ...pois.filter((poi) => !own.includes(poi))];
}

/**
 * A place as a store. Real are its name, position, street and plain opening hours; its first two stores give
 * the demo merchant something that is open at any hour.
 */
export function storeSpec(
  poi: Poi,
  at: number,
  roads: readonly RoadEdge[],
  projection: Projection,
): StoreSpec {
  const { tags } = poi;
  const tagged = tags['addr:street'];
  const street = tagged ?? nearestStreet(poi.position, roads, projection);
  return {
    key: poi.osmId,
    name: poi.name,
    translations: translatedNames(tags),
    categorySlug: poi.categorySlug,
    menu: rivieraMenu(poi.menuKey),
    street: [tags['addr:housenumber'], street].filter((part) => part !== undefined).join(' '),
    phone: `+33 6 39 98 ${String(10 + Math.floor(at / 100)).padStart(2, '0')} ${String(at % 100).padStart(2, '0')}`,
    position: poi.position,
    hours:
      at < 2
        ? wholeWeek
        : tags.opening_hours === undefined
          ? undefined
          : parseOpeningHours(tags.opening_hours),
    merchant: at < 3 ? ownMerchant : { key: poi.osmId, name: poi.name, legalName: `${poi.name} (demo)` },
  };
}

/** Says on an imported store that its menu is not the place's own. */
export function withDemoNotice(store: Store): Store {
  return {
    ...store,
    description: 'Carte de démonstration : plats et prix inventés',
    translations: {
      ...store.translations,
      en: { ...store.translations.en, description: 'Demo menu: dishes and prices are made up' },
      'zh-CN': { ...store.translations['zh-CN'], description: '演示菜单：菜品与价格均为虚构' },
    },
  };
}

/** The name of the nearest named road, or '' when no road has a name. */
export function nearestStreet(position: LonLat, roads: readonly RoadEdge[], projection: Projection): string {
  const point = projection.toPoint(position);
  let best = { name: '', gap: Infinity };
  for (const road of roads) {
    if (road.name === null) continue;
    for (let at = 1; at < road.line.length; at += 1) {
      const [from, to] = [road.line[at - 1], road.line[at]];
      if (from === undefined || to === undefined) continue;
      const gap = distanceToSegment(point, projection.toPoint(from), projection.toPoint(to));
      if (gap < best.gap) best = { name: road.name, gap };
    }
  }
  return best.name;
}
