import type { Place } from '../town.ts';
import { translatedNames } from './names.ts';
import type { OsmData, OsmNode } from './read-osm.ts';

const settlements = ['city', 'town', 'village'];
const shown = [...settlements, 'suburb', 'quarter', 'neighbourhood', 'hamlet', 'locality', 'square'];

/** Named places of an extract, each name once. */
export function findPlaces(data: OsmData): Place[] {
  const places = data.taggedNodes.flatMap(({ tags, position: [lon, lat] }): Place[] => {
    const kind = tags.place ?? '';
    if (!shown.includes(kind) || tags.name === undefined) return [];
    return [{ kind, name: tags.name, translations: translatedNames(tags), lon, lat }];
  });
  return places.filter((place, at) => places.findIndex(({ name }) => name === place.name) === at);
}

/** The settlement that gives the town its name: the one called `name`, else the largest. */
export function findSettlement(data: OsmData, name: string | undefined): OsmNode | undefined {
  const rank = (node: OsmNode) => settlements.indexOf(node.tags.place ?? '');
  const known = data.taggedNodes
    .filter((node) => rank(node) >= 0 && node.tags.name !== undefined)
    .sort((a, b) => rank(a) - rank(b) || a.id - b.id);
  return name === undefined ? known[0] : known.find((node) => node.tags.name === name);
}
