import { getWorkerUrl, setWorkerUrl } from 'maplibre-gl';

/**
 * Tells MapLibre where its worker is; call it once before the first map. A bundler does not see the worker,
 * so an app imports its address and hands it over:
 *
 * ```ts
 * import 'maplibre-gl/dist/maplibre-gl.css';
 * import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
 * useMapWorker(workerUrl);
 * ```
 */
export function useMapWorker(url: string): void {
  if (getWorkerUrl() !== url) setWorkerUrl(url);
}
