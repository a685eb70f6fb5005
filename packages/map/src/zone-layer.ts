import { hexColors } from '@linli/ui/tokens';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { GeoJSONSource, Map } from 'maplibre-gl';
import { addOverlay } from './overlay.ts';

export type ZoneShape = { id: string; name: string; area: Polygon | MultiPolygon };
export type ZoneLayer = { setZones: (zones: readonly ZoneShape[]) => void; remove: () => void };

/** Zones or delivery areas as thin outlines with a breath of fill; survives style changes. */
export function addZoneLayer(map: Map, zones: readonly ZoneShape[], id = 'zones'): ZoneLayer {
  const source = `linli-${id}`;
  let shown = zones;
  const data = (): FeatureCollection => ({
    type: 'FeatureCollection',
    features: shown.map((zone) => ({
      type: 'Feature',
      properties: { id: zone.id, name: zone.name },
      geometry: zone.area,
    })),
  });
  const remove = addOverlay(map, (theme) => {
    const color = hexColors(theme);
    return {
      sources: { [source]: { type: 'geojson', data: data() } },
      layers: [
        {
          id: `${source}-fill`,
          type: 'fill',
          source,
          paint: { 'fill-color': color.leaf, 'fill-opacity': 0.03 },
        },
        {
          id: `${source}-line`,
          type: 'line',
          source,
          paint: {
            'line-color': color.primary,
            'line-width': 1.5,
            'line-opacity': 0.75,
            'line-dasharray': [3, 2],
          },
        },
      ],
    };
  });
  return {
    setZones: (next) => {
      shown = next;
      map.getSource<GeoJSONSource>(source)?.setData(data());
    },
    remove,
  };
}
