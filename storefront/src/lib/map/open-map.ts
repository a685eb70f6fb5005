import 'maplibre-gl/dist/maplibre-gl.css';
import { attributionControl } from '@linli/map/attribution';
import type { LonLat } from '@linli/map/geometry';
import { baseStyle } from '@linli/map/style';
import { tileRequest } from '@linli/map/tile-request';
import { useMapWorker } from '@linli/map/worker';
import type { Theme } from '@linli/ui/tokens';
import { Map, Marker, NavigationControl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { getLocale } from '#lib/paraglide/runtime.js';
import { appConfig } from '#lib/platform/client.ts';

export interface MapOptions {
  container: HTMLElement;
  center: LonLat;
  zoom: number;
  theme: Theme;
  attribution: string;
  /** A still map takes no gestures; it is a picture of a place. */
  isInteractive: boolean;
}

export { Marker, type Map };

/** Opens the town's map. This module carries MapLibre: import it lazily, only where a map shows. */
export function openMap({ container, center, zoom, theme, attribution, isInteractive }: MapOptions): Map {
  useMapWorker(workerUrl);
  const { supabaseUrl, publishableKey } = appConfig();
  const map = new Map({
    container,
    style: mapStyle(theme, attribution),
    transformRequest: tileRequest({ url: supabaseUrl, publishableKey }),
    center: [center[0], center[1]],
    zoom,
    minZoom: 9,
    maxZoom: 18,
    attributionControl: false,
    interactive: isInteractive,
    dragRotate: false,
    pitchWithRotate: false,
    cooperativeGestures: false,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(attributionControl());
  // Fingers pinch; a mouse or a keyboard gets buttons.
  if (isInteractive && matchMedia('(hover: hover)').matches)
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  return map;
}

/** The base style in a theme, for `map.setStyle(…, { diff: false })`. */
export function mapStyle(theme: Theme, attribution: string): ReturnType<typeof baseStyle> {
  return baseStyle({ url: appConfig().supabaseUrl, theme, locale: getLocale(), attribution });
}
