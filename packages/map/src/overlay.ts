import type { Theme } from '@linli/ui/tokens';
import type { LayerSpecification, Map, SourceSpecification } from 'maplibre-gl';

export type OverlayParts = { sources: Record<string, SourceSpecification>; layers: LayerSpecification[] };

/**
 * Keeps sources and layers on a map across style changes: `parts` is asked again, with the new theme,
 * whenever a style has loaded. Layers go under the labels, or with `isOnTop` above everything. Returns a function
 * that takes them off.
 */
export function addOverlay(map: Map, parts: (theme: Theme) => OverlayParts, isOnTop = false): () => void {
  let shown: OverlayParts = { sources: {}, layers: [] };
  const add = () => {
    shown = parts(themeOf(map));
    for (const [id, source] of Object.entries(shown.sources))
      if (!map.getSource(id)) map.addSource(id, source);
    const labels = !isOnTop && map.getLayer('road-oneway') ? 'road-oneway' : undefined;
    for (const layer of shown.layers) if (!map.getLayer(layer.id)) map.addLayer(layer, labels);
  };
  map.on('style.load', add);
  if (map.style?.getLayer('ground')) add();
  return () => {
    map.off('style.load', add);
    if (!map.style) return;
    for (const layer of shown.layers) if (map.getLayer(layer.id)) map.removeLayer(layer.id);
    for (const id of Object.keys(shown.sources)) if (map.getSource(id)) map.removeSource(id);
  };
}

function themeOf(map: Map): Theme {
  const metadata: unknown = map.getStyle().metadata;
  return typeof metadata === 'object' &&
    metadata !== null &&
    'linli:theme' in metadata &&
    metadata['linli:theme'] === 'dark'
    ? 'dark'
    : 'light';
}
