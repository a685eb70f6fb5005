import type { RequestParameters, RequestTransformFunction } from 'maplibre-gl';

/**
 * The map's `transformRequest`: adds the publishable key and the tile media type to requests for our own
 * tiles and leaves every other request as it is, so that the key goes nowhere else.
 */
export function tileRequest(options: { url: string; publishableKey: string }): RequestTransformFunction {
  const prefix = `${options.url.replace(/\/$/, '')}/rest/v1/rpc/map_tile`;
  return (url): RequestParameters =>
    url.startsWith(prefix)
      ? { url, headers: { apikey: options.publishableKey, Accept: 'application/vnd.mapbox-vector-tile' } }
      : { url };
}
