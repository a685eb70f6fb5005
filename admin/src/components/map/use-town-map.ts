import { attributionControl } from '@linli/map/attribution';
import { baseStyle } from '@linli/map/style';
import { tileRequest } from '@linli/map/tile-request';
import { useMapWorker as setMapWorker } from '@linli/map/worker';
import { Map as MapLibre, NavigationControl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import '@linli/map/map.css';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useServices } from '../../app/services.ts';
import { useTheme } from '../../providers/color-theme.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';

setMapWorker(workerUrl);

/**
 * A map of the town in the given element, in the current theme and language. The map is `undefined` until it
 * has been made; `ready` turns true when it has drawn itself for the first time.
 */
export function useTownMap(
  box: RefObject<HTMLDivElement | null>,
  city: CityRow,
): { map: MapLibre | undefined; ready: boolean } {
  const text = useText();
  const theme = useTheme();
  const locale = useLocale();
  const { config } = useServices();
  const [map, setMap] = useState<MapLibre | undefined>(undefined);
  const [ready, setReady] = useState(false);
  const { lon, lat, attribution } = city;
  const style = { url: config.supabaseUrl, theme, locale, attribution };
  const first = useRef({
    style,
    text,
    request: tileRequest({ url: config.supabaseUrl, publishableKey: config.publishableKey }),
  });
  const shown = useRef(`${theme} ${locale}`);

  useEffect(() => {
    if (box.current === null) return;
    const { style: firstStyle, text: words, request } = first.current;
    const made = new MapLibre({
      container: box.current,
      style: baseStyle(firstStyle),
      transformRequest: request,
      center: [lon, lat],
      zoom: 13.5,
      minZoom: 9,
      maxZoom: 19,
      maxPitch: 0,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      locale: {
        'NavigationControl.ZoomIn': words('map.zoom_in'),
        'NavigationControl.ZoomOut': words('map.zoom_out'),
        'Map.Title': words('map.title'),
      },
    });
    made.addControl(new NavigationControl({ showCompass: false }), 'bottom-right');
    made.addControl(attributionControl(), 'bottom-left');
    made.once('idle', () => setReady(true));
    made.once('load', () => setMap(made));
    return () => {
      setMap(undefined);
      setReady(false);
      made.remove();
    };
  }, [box, lon, lat]);

  useEffect(() => {
    const wanted = `${theme} ${locale}`;
    if (map === undefined || shown.current === wanted) return;
    shown.current = wanted;
    map.setStyle(baseStyle({ url: config.supabaseUrl, theme, locale, attribution }), { diff: false });
  }, [map, config.supabaseUrl, theme, locale, attribution]);

  return { map, ready };
}
