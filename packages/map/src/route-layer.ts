import { hexColors } from '@linli/ui/tokens';
import type { Feature, FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map } from 'maplibre-gl';
import type { LonLat } from './geometry.ts';
import { addOverlay } from './overlay.ts';
import { splitRoute } from './split-route.ts';

export type RouteLayer = {
  /** Shows a line (longitude, latitude); an empty one hides the route. */
  setRoute: (line: readonly LonLat[]) => void;
  /** Where the rider is; the part of the line behind is drawn faint. `undefined` draws all of it ahead. */
  setPosition: (position: LonLat | undefined) => void;
  remove: () => void;
};

/** A route on the map with its travelled part; survives style changes. `id` keeps several routes apart. */
export function addRouteLayer(map: Map, id = 'route'): RouteLayer {
  const source = `linli-${id}`;
  let line: readonly LonLat[] = [];
  let position: LonLat | undefined;

  const data = (): FeatureCollection => {
    const { travelled, ahead } =
      position === undefined ? { travelled: [], ahead: [...line] } : splitRoute(line, position);
    return {
      type: 'FeatureCollection',
      features: [feature(travelled, 'travelled'), feature(ahead, 'ahead')].flat(),
    };
  };
  const refresh = () => map.getSource<GeoJSONSource>(source)?.setData(data());
  const remove = addOverlay(map, (theme) => {
    const color = hexColors(theme);
    const layout = { 'line-cap': 'round', 'line-join': 'round' } as const;
    return {
      sources: { [source]: { type: 'geojson', data: data() } },
      layers: [
        {
          id: `${source}-casing`,
          type: 'line',
          source,
          filter: ['==', ['get', 'part'], 'ahead'],
          layout,
          paint: { 'line-color': color.surface, 'line-width': 9 },
        },
        {
          id: `${source}-travelled`,
          type: 'line',
          source,
          filter: ['==', ['get', 'part'], 'travelled'],
          layout,
          paint: { 'line-color': color['ink-faint'], 'line-width': 5, 'line-opacity': 0.45 },
        },
        {
          id: `${source}-ahead`,
          type: 'line',
          source,
          filter: ['==', ['get', 'part'], 'ahead'],
          layout,
          paint: { 'line-color': color.leaf, 'line-width': 5.5 },
        },
      ],
    };
  });
  return {
    setRoute: (next) => {
      line = next;
      refresh();
    },
    setPosition: (next) => {
      position = next;
      refresh();
    },
    remove,
  };
}

function feature(line: readonly LonLat[], part: string): Feature[] {
  if (line.length < 2) return [];
  const coordinates = line.map(([lon, lat]) => [lon, lat]);
  return [{ type: 'Feature', properties: { part }, geometry: { type: 'LineString', coordinates } }];
}
