import { hexColors, hexMapColors } from '@linli/ui/tokens';
import { projectionAt, type Point } from './geo/plane.ts';
import type { LonLat, RoadClass, Town } from './town.ts';

const widths: Record<RoadClass, number> = {
  path: 2,
  residential: 8,
  secondary: 13,
  primary: 18,
  motorway: 20,
};

/** The whole town as an SVG of `width` px, to look at: areas, roads, zones, stores by category colour. */
export function previewSvg(town: Town, width = 1800): string {
  const color = hexMapColors('light');
  const brand = hexColors('light');
  const projection = projectionAt([town.city.lon, town.city.lat]);
  const points = town.roadNodes.map((node) => projection.toPoint([node.lon, node.lat]));
  const [minX, maxX] = extent(points.map(([x]) => x));
  const [minY, maxY] = extent(points.map(([, y]) => y));
  const scale = width / (maxX - minX + 200);
  const at = ([x, y]: Point) =>
    `${((x - minX + 100) * scale).toFixed(1)} ${((maxY + 100 - y) * scale).toFixed(1)}`;
  const line = (list: readonly LonLat[]) =>
    `M${list.map((point) => at(projection.toPoint(point))).join('L')}`;
  const areas = (['land', 'park', 'water', 'building'] as const).map((kind) => {
    const shapes = town.areas.filter((area) => area.kind === kind);
    const d = shapes.flatMap((area) => area.polygons.flat().map((ring) => `${line(ring)}Z`)).join('');
    return `<path d="${d}" fill="${color[kind]}" fill-rule="evenodd" stroke="${kind === 'building' ? color['building-line'] : 'none'}"/>`;
  });
  const roads = (['path', 'residential', 'secondary', 'primary', 'motorway'] as const).flatMap((name) => {
    const d = town.roadEdges
      .filter((edge) => edge.class === name)
      .map((edge) => line(edge.line))
      .join('');
    const isMajor = name === 'primary' || name === 'motorway';
    const wide = Math.max(1, widths[name] * scale);
    return [
      `<path d="${d}" stroke-width="${(wide + 1.4).toFixed(1)}" stroke="${isMajor ? color['road-major-casing'] : color['road-casing']}"/>`,
      `<path d="${d}" stroke-width="${wide.toFixed(1)}" stroke="${name === 'path' ? color.path : isMajor ? color['road-major'] : color.road}"/>`,
    ];
  });
  const oneways = town.roadEdges
    .filter((edge) => edge.isOneway)
    .map((edge) => line(edge.line))
    .join('');
  const zones = town.zones.map(
    (zone) =>
      `<path d="${zone.area.flat().map(line).join('Z')}Z" stroke="${brand.primary}" stroke-width="2" stroke-dasharray="8 5"/>`,
  );
  const stores = town.stores.map((store) => {
    const [x, y] = at(projection.toPoint([store.lon, store.lat])).split(' ');
    return `<circle cx="${x}" cy="${y}" r="5" fill="${brand.persimmon}" stroke="#fff" stroke-width="1.5"/>`;
  });
  const labels = [...roadLabels(town), ...town.places].map((place) => {
    const [x, y] = at(projection.toPoint([place.lon, place.lat])).split(' ');
    const size = 'kind' in place ? 15 : 10;
    return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="middle" fill="${color.label}" stroke="${color['label-halo']}" stroke-width="3" paint-order="stroke">${escapeText(place.name)}</text>`;
  });
  const height = Math.round((maxY - minY + 200) * scale);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Noto Sans CJK SC, sans-serif"><rect width="100%" height="100%" fill="${color.ground}"/>` +
    `${areas.join('')}<g fill="none" stroke-linecap="round" stroke-linejoin="round">${roads.join('')}` +
    `<path d="${oneways}" stroke="${brand.info}" stroke-width="1" stroke-dasharray="3 4"/>${zones.join('')}</g>${labels.join('')}${stores.join('')}</svg>`
  );
}

/** One label for each street name, in the middle of its longest piece. */
function roadLabels(town: Town): { name: string; lon: number; lat: number }[] {
  const longest = new Map<string, (typeof town.roadEdges)[number]>();
  for (const edge of town.roadEdges) {
    if (edge.name !== null && edge.lengthMeters > (longest.get(edge.name)?.lengthMeters ?? 0))
      longest.set(edge.name, edge);
  }
  return [...longest].map(([name, edge]) => {
    const [first, last] = [edge.line[0] ?? [0, 0], edge.line.at(-1) ?? [0, 0]];
    return { name, lon: (first[0] + last[0]) / 2, lat: (first[1] + last[1]) / 2 };
  });
}

function extent(values: readonly number[]): readonly [number, number] {
  return values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const, [
    Infinity,
    -Infinity,
  ] as readonly [number, number]);
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
