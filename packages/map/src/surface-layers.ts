import type { MapColorName } from '@linli/ui/tokens';
import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';

type Colors = Record<MapColorName, string>;
type RoadClass = 'motorway' | 'primary' | 'secondary' | 'residential';

const source = 'linli-base';

/** Width in px at zooms 12, 15 and 18. */
const roadWidths: Record<RoadClass, readonly [number, number, number]> = {
  residential: [0.6, 4, 16],
  secondary: [1.4, 6, 22],
  primary: [2, 8, 28],
  motorway: [2.4, 9, 30],
};

/** Ground, areas and roads, lowest first; all casings lie under all fills so that crossings are open. */
export function surfaceLayers(color: Colors): LayerSpecification[] {
  const classes = Object.keys(roadWidths) as RoadClass[];
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': color.ground } },
    area('land', color.land),
    area('park', color.park),
    area('water', color.water),
    {
      ...area('building', color.building),
      minzoom: 14.5,
      paint: {
        'fill-color': color.building,
        'fill-outline-color': color['building-line'],
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 14.5, 0, 15.5, 1],
      },
    },
    {
      id: 'road-path',
      type: 'line',
      source,
      'source-layer': 'roads',
      filter: ofClass('path'),
      minzoom: 14.5,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': color.path,
        'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 14, 0.8, 18, 3.5],
        'line-dasharray': [2, 1.6],
      },
    },
    ...classes.map((name) => casing(name, major(name) ? color['road-major-casing'] : color['road-casing'])),
    ...classes.map((name) => fill(name, major(name) ? color['road-major'] : color.road)),
  ];
}

function area(
  kind: 'land' | 'park' | 'water' | 'building',
  color: string,
): LayerSpecification & { type: 'fill' } {
  return {
    id: `area-${kind}`,
    type: 'fill',
    source,
    'source-layer': 'areas',
    filter: ['==', ['get', 'kind'], kind],
    paint: { 'fill-color': color },
  };
}

function ofClass(name: string): FilterSpecification {
  return ['==', ['get', 'class'], name];
}

function major(name: RoadClass): boolean {
  return name === 'motorway' || name === 'primary';
}

function casing(name: RoadClass, color: string): LayerSpecification {
  return road(`road-${name}-casing`, name, color, 1.6, 12.5);
}

function fill(name: RoadClass, color: string): LayerSpecification {
  return road(`road-${name}`, name, color, 0, name === 'residential' ? 12 : 8);
}

function road(
  id: string,
  name: RoadClass,
  color: string,
  extra: number,
  minzoom: number,
): LayerSpecification {
  const [far, middle, near] = roadWidths[name];
  return {
    id,
    type: 'line',
    source,
    'source-layer': 'roads',
    filter: ofClass(name),
    minzoom,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': color,
      'line-width': [
        'interpolate',
        ['exponential', 1.6],
        ['zoom'],
        12,
        far + extra,
        15,
        middle + extra,
        18,
        near + extra * 1.5,
      ],
    },
  };
}
