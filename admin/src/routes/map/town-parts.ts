import { labelFont } from '@linli/map/label-layers';
import type { OverlayParts } from '@linli/map/overlay';
import { hexColors, type Theme } from '@linli/ui/tokens';
import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';

/** What can be shown or hidden on the town map. */
export const layerNames = ['zones', 'riders', 'orders', 'heat', 'late'] as const;
export type LayerName = (typeof layerNames)[number];
export type TownData = Record<'stores' | 'doors', FeatureCollection>;

export const townSource = {
  stores: 'linli-town-stores',
  doors: 'linli-town-doors',
} as const;

/** The map's layers of everything but zones and riders, by what switches them. */
export const townLayers: Record<Exclude<LayerName, 'zones' | 'riders'>, readonly string[]> = {
  heat: ['town-heat'],
  late: ['town-late-way', 'town-late-door'],
  orders: ['town-door', 'town-store', 'town-store-count'],
};

/** Sources and layers of what stands still in the live town: heat, late orders, doors, stores with their orders. */
export function townParts(theme: Theme, data: TownData, shown: ReadonlySet<LayerName>): OverlayParts {
  const color = hexColors(theme);
  const byRisk: ExpressionSpecification = [
    'match',
    ['get', 'risk'],
    'late',
    color.danger,
    'soon',
    color.warning,
    'waiting',
    color.info,
    color.primary,
  ];
  const isLate: ExpressionSpecification = ['in', ['get', 'risk'], ['literal', ['late', 'soon']]];
  const source = (name: keyof TownData) =>
    ({ type: 'geojson', data: data[name], maxzoom: 14, tolerance: 0 }) as const;
  const isOn = (name: LayerName) => (shown.has(name) ? 'visible' : 'none') as 'visible' | 'none';
  const layers: LayerSpecification[] = [
    {
      id: 'town-heat',
      type: 'heatmap',
      source: townSource.stores,
      layout: { visibility: isOn('heat') },
      paint: {
        'heatmap-weight': ['min', 1, ['/', ['get', 'count'], 6]],
        'heatmap-radius': ['interpolate', ['linear'], ['zoom'], 11, 22, 15, 70],
        'heatmap-opacity': 0.55,
        'heatmap-color': [
          'interpolate',
          ['linear'],
          ['heatmap-density'],
          0,
          `${color.persimmon}00`,
          0.25,
          `${color.persimmon}55`,
          0.6,
          color.persimmon,
          1,
          color.danger,
        ],
      },
    },
    {
      id: 'town-late-way',
      type: 'line',
      source: townSource.doors,
      filter: ['all', isLate, ['==', ['geometry-type'], 'LineString']],
      layout: { visibility: isOn('late') },
      paint: { 'line-color': byRisk, 'line-width': 1.5, 'line-dasharray': [2, 2] },
    },
    {
      id: 'town-late-door',
      type: 'circle',
      source: townSource.doors,
      filter: ['all', isLate, ['==', ['geometry-type'], 'Point']],
      layout: { visibility: isOn('late') },
      paint: { 'circle-radius': 13, 'circle-color': byRisk, 'circle-opacity': 0.22 },
    },
    {
      id: 'town-door',
      type: 'circle',
      source: townSource.doors,
      filter: ['==', ['geometry-type'], 'Point'],
      layout: { visibility: isOn('orders') },
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 2.5, 15, 5],
        'circle-color': byRisk,
        'circle-stroke-color': color.surface,
        'circle-stroke-width': 1,
      },
    },
    {
      id: 'town-store',
      type: 'circle',
      source: townSource.stores,
      layout: { visibility: isOn('orders') },
      paint: {
        'circle-radius': ['case', ['get', 'active'], 15, 12],
        'circle-color': color.surface,
        'circle-stroke-color': byRisk,
        'circle-stroke-width': ['case', ['get', 'active'], 5, 3],
      },
    },
    {
      id: 'town-store-count',
      type: 'symbol',
      source: townSource.stores,
      layout: {
        visibility: isOn('orders'),
        'text-field': ['to-string', ['get', 'count']],
        'text-font': labelFont,
        'text-size': 13,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': color.ink },
    },
  ];
  const sources = Object.fromEntries(
    (Object.keys(townSource) as (keyof TownData)[]).map((name) => [townSource[name], source(name)]),
  );
  return { sources, layers };
}
