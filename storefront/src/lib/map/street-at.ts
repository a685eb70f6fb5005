import type { Map } from 'maplibre-gl';

const radii = [12, 30, 70, 140];

/** The name of the street nearest to the middle of the map, read from what is drawn; `undefined` if none is near. */
export function streetAt(map: Map): string | undefined {
  const { x, y } = map.project(map.getCenter());
  for (const radius of radii) {
    const found = map.queryRenderedFeatures([
      [x - radius, y - radius],
      [x + radius, y + radius],
    ]);
    for (const feature of found) {
      const name: unknown = feature.properties['name'];
      if (feature.sourceLayer === 'roads' && typeof name === 'string' && name !== '') return name;
    }
  }
  return undefined;
}
