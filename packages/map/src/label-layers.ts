import type { MapColorName } from '@linli/ui/tokens';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';

const source = 'linli-base';

/** CSS families for the glyphs that MapLibre draws on the machine; Chinese faces first. */
export const labelFont = [
  'PingFang SC',
  'HarmonyOS Sans SC',
  'Noto Sans CJK SC',
  'Microsoft YaHei',
  'sans-serif',
];

/** Names of roads along their lines, one-way arrows, water, parks and places. */
export function labelLayers(color: Record<MapColorName, string>, locale: string): LayerSpecification[] {
  const name: ExpressionSpecification = locale.startsWith('zh')
    ? ['get', 'name']
    : ['coalesce', ['get', 'name_en'], ['get', 'name']];
  const halo = { 'text-halo-color': color['label-halo'], 'text-halo-width': 1.4 };
  return [
    {
      id: 'road-oneway',
      type: 'symbol',
      source,
      'source-layer': 'roads',
      minzoom: 16.5,
      filter: ['==', ['get', 'oneway'], true],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 130,
        'text-field': '→',
        'text-font': labelFont,
        'text-size': 12,
        'text-keep-upright': false,
        'text-padding': 8,
      },
      paint: { 'text-color': color.label, 'text-opacity': 0.5 },
    },
    {
      id: 'road-name',
      type: 'symbol',
      source,
      'source-layer': 'roads',
      minzoom: 13.5,
      filter: [
        'all',
        ['has', 'name'],
        ['any', ['!=', ['get', 'class'], 'residential'], ['>=', ['zoom'], 15]],
      ],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 320,
        'symbol-sort-key': ['match', ['get', 'class'], 'motorway', 0, 'primary', 1, 'secondary', 2, 3],
        'text-field': name,
        'text-font': labelFont,
        'text-size': ['interpolate', ['linear'], ['zoom'], 14, 11, 18, 14],
        'text-letter-spacing': 0.06,
        'text-max-angle': 35,
        'text-padding': 12,
      },
      paint: { 'text-color': color.label, ...halo },
    },
    {
      id: 'area-name',
      type: 'symbol',
      source,
      'source-layer': 'areas',
      minzoom: 13.5,
      filter: [
        'all',
        ['has', 'name'],
        ['!=', ['get', 'name'], ''],
        ['in', ['get', 'kind'], ['literal', ['water', 'park']]],
      ],
      layout: {
        'text-field': name,
        'text-font': labelFont,
        'text-size': 12,
        'text-max-width': 7,
        'text-padding': 16,
      },
      paint: {
        'text-color': ['match', ['get', 'kind'], 'water', color['water-label'], color.label],
        ...halo,
      },
    },
    {
      id: 'place-name',
      type: 'symbol',
      source,
      'source-layer': 'places',
      layout: {
        'text-field': name,
        'text-font': labelFont,
        'text-size': ['interpolate', ['linear'], ['zoom'], 11, 12, 15, 16],
        'text-letter-spacing': 0.08,
        'text-max-width': 8,
        'text-padding': 10,
      },
      paint: { 'text-color': color['place-label'], ...halo, 'text-halo-width': 1.8 },
    },
  ];
}
