import { attributionControl } from '@linli/map/attribution';
import type { LonLat } from '@linli/map/geometry';
import { createRiderMarker, type RiderMarker } from '@linli/map/rider-marker';
import { addRouteLayer } from '@linli/map/route-layer';
import { baseStyle } from '@linli/map/style';
import { tileRequest } from '@linli/map/tile-request';
import { useMapWorker } from '@linli/map/worker';
import { LngLatBounds, Map, type Marker, type PaddingOptions } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { createStopPin, type Pin } from './stop-pin.ts';

export interface RiderMapOptions {
  url: string;
  publishableKey: string;
  attribution: string;
  locale: string;
  center: LonLat;
  riderLabel: string;
  /** The rider moved the map by hand: the camera no longer follows. */
  onFreed: () => void;
}

/** The rider's map. Positions are WGS-84, longitude first. */
export interface RiderMap {
  setRider: (position: LonLat, heading: number | null) => void;
  setRoute: (line: readonly LonLat[]) => void;
  setPins: (pins: readonly Pin[]) => void;
  /** Brings these places into view beside the panels; a single one is centred. */
  show: (places: readonly LonLat[], padding: PaddingOptions) => void;
  remove: () => void;
}

const moveMs = 900;
const closest = 16.5;

/** Builds the map in `container`; throws where the device has no WebGL. */
export function createRiderMap(container: HTMLElement, options: RiderMapOptions): RiderMap {
  useMapWorker(workerUrl);
  const { url, attribution, locale } = options;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const style = () => baseStyle({ url, theme: dark.matches ? 'dark' : 'light', locale, attribution });
  const map = new Map({
    container,
    style: style(),
    transformRequest: tileRequest(options),
    center: [...options.center],
    zoom: 15,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(attributionControl(), 'top-left');
  const restyle = () => map.setStyle(style(), { diff: false });
  dark.addEventListener('change', restyle);
  map.on('dragstart', options.onFreed);
  // Zooming by hand carries the event that caused it; the camera's own moves do not.
  map.on('zoomstart', (event) => {
    if (event.originalEvent) options.onFreed();
  });

  const route = addRouteLayer(map);
  let rider: RiderMarker | null = null;
  let pins: Marker[] = [];
  return {
    setRider: (position, heading) => {
      rider ??= createRiderMarker(map, { position, heading: heading ?? 0, label: options.riderLabel });
      rider.moveTo(position, heading ?? undefined, moveMs);
      route.setPosition(position);
    },
    setRoute: route.setRoute,
    setPins: (next) => {
      for (const pin of pins) pin.remove();
      pins = next.map((pin) => createStopPin(pin).addTo(map));
    },
    show: (places, padding) => {
      const [first, ...rest] = places;
      if (!first) return;
      const bounds = rest.reduce(
        (box, place) => box.extend([...place]),
        new LngLatBounds([...first], [...first]),
      );
      map.fitBounds(bounds, { padding, maxZoom: closest, duration: moveMs });
    },
    remove: () => {
      dark.removeEventListener('change', restyle);
      map.remove();
    },
  };
}
