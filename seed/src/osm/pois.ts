import type { RivieraMenuKey } from '../catalog/menus/riviera.ts';
import type { LonLat } from '../town.ts';
import type { OsmData, Tags } from './read-osm.ts';

export type Poi = {
  osmId: string;
  name: string;
  tags: Tags;
  position: LonLat;
  categorySlug: string;
  menuKey: RivieraMenuKey;
};
type Kind = readonly [categorySlug: string, menuKey: RivieraMenuKey];

const shops: Readonly<Record<string, Kind>> = {
  supermarket: ['supermarket', 'grocery'],
  convenience: ['convenience', 'grocery'],
  kiosk: ['convenience', 'grocery'],
  deli: ['convenience', 'grocery'],
  greengrocer: ['vegetables', 'grocery'],
  butcher: ['meat-seafood', 'butcher'],
  seafood: ['meat-seafood', 'butcher'],
  bakery: ['bakery', 'bakery'],
  pastry: ['bakery', 'bakery'],
  confectionery: ['bakery', 'bakery'],
  chocolate: ['bakery', 'bakery'],
  ice_cream: ['ice-cream', 'iceCream'],
  wine: ['convenience', 'bar'],
  alcohol: ['convenience', 'bar'],
  beverages: ['convenience', 'bar'],
  chemist: ['pharmacy', 'pharmacy'],
  beauty: ['cosmetics', 'beauty'],
  cosmetics: ['cosmetics', 'beauty'],
  perfumery: ['cosmetics', 'beauty'],
  hairdresser: ['hair', 'beauty'],
  florist: ['florist', 'florist'],
  garden_centre: ['florist', 'florist'],
  clothes: ['fashion', 'fashion'],
  shoes: ['fashion', 'fashion'],
  sports: ['fashion', 'fashion'],
  boutique: ['fashion', 'fashion'],
  jewelry: ['fashion', 'fashion'],
  bag: ['fashion', 'fashion'],
  books: ['books', 'books'],
  stationery: ['books', 'books'],
  newsagent: ['books', 'books'],
  toys: ['books', 'books'],
  electronics: ['general-shop', 'general'],
  mobile_phone: ['general-shop', 'general'],
  gift: ['general-shop', 'general'],
  hardware: ['general-shop', 'general'],
  department_store: ['general-shop', 'general'],
  variety_store: ['general-shop', 'general'],
};
const amenities: Readonly<Record<string, Kind>> = {
  cafe: ['coffee', 'cafe'],
  fast_food: ['fast-food', 'sandwich'],
  ice_cream: ['ice-cream', 'iceCream'],
  pub: ['bar', 'bar'],
  bar: ['bar', 'bar'],
  biergarten: ['bar', 'bar'],
  pharmacy: ['pharmacy', 'pharmacy'],
  restaurant: ['western', 'bistro'],
};
const cuisines: Readonly<Record<string, Kind>> = {
  italian: ['western', 'italian'],
  pizza: ['western', 'italian'],
  pasta: ['western', 'italian'],
  sushi: ['japanese', 'sushi'],
  japanese: ['japanese', 'sushi'],
  asian: ['japanese', 'sushi'],
  chinese: ['japanese', 'sushi'],
  korean: ['japanese', 'sushi'],
  burger: ['burger', 'burger'],
  american: ['burger', 'burger'],
  chicken: ['burger', 'burger'],
  kebab: ['fast-food', 'sandwich'],
  sandwich: ['fast-food', 'sandwich'],
  ice_cream: ['ice-cream', 'iceCream'],
  coffee_shop: ['coffee', 'cafe'],
  crepe: ['coffee', 'cafe'],
};

/** The named places of an extract that can sell through the platform, by id. */
export function findPois(data: OsmData): Poi[] {
  const pois: Poi[] = [];
  const add = (osmId: string, tags: Tags, position: LonLat | undefined) => {
    const kind = kindOf(tags);
    const name = tags.name?.trim() ?? '';
    if (kind === undefined || name === '' || name.length > 80 || position === undefined) return;
    pois.push({ osmId, name, tags, position, categorySlug: kind[0], menuKey: kind[1] });
  };
  for (const node of data.taggedNodes) add(`n${node.id}`, node.tags, node.position);
  for (const way of data.ways.values())
    add(`w${way.id}`, way.tags, middleOf(way.refs.flatMap((ref) => [data.positions.get(ref)])));
  const unique = new Map(
    pois.map((poi) => [
      `${poi.name.toLowerCase()} ${poi.position.map((value) => value.toFixed(4)).join()}`,
      poi,
    ]),
  );
  return [...unique.values()].sort((a, b) => (a.osmId < b.osmId ? -1 : 1));
}

/** Category and menu of a place, or `undefined` when it is not a store. */
export function kindOf(tags: Tags): Kind | undefined {
  const amenity = amenities[tags.amenity ?? ''];
  if (amenity !== undefined && ['restaurant', 'fast_food', 'cafe'].includes(tags.amenity ?? '')) {
    const known = (tags.cuisine ?? '').split(/[;,]/).map((name) => cuisines[name.trim()]);
    return known.find((kind) => kind !== undefined) ?? amenity;
  }
  return amenity ?? shops[tags.shop ?? ''];
}

function middleOf(points: readonly (LonLat | undefined)[]): LonLat | undefined {
  const known = points.filter((point) => point !== undefined);
  if (known.length === 0) return undefined;
  const mean = (axis: 0 | 1) => known.reduce((sum, point) => sum + point[axis], 0) / known.length;
  return [Math.round(mean(0) * 1e7) / 1e7, Math.round(mean(1) * 1e7) / 1e7];
}
