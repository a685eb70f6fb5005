import { wgs84ToGcj02 } from '@linli/map/gcj02';
import type { LonLat } from '@linli/map/geometry';

/** Addresses that open a navigation app with the way to a place. */
export interface NavigationLinks {
  /** Amap, which works in GCJ-02. */
  amap: string;
  /** The phone's own choice of map app (Android), WGS-84. */
  geo: string;
  /** Apple Maps, WGS-84. */
  apple: string;
}

/** Hands the way to `position` (WGS-84) over to navigation apps; `name` is what they show at the goal. */
export function navigationLinks(position: LonLat, name: string): NavigationLinks {
  const [lon, lat] = position.map((value) => value.toFixed(6)) as [string, string];
  const [amapLon, amapLat] = wgs84ToGcj02(position).map((value) => value.toFixed(6)) as [string, string];
  const label = encodeURIComponent(name.replaceAll(',', ' '));
  return {
    amap: `https://uri.amap.com/navigation?to=${amapLon},${amapLat},${label}&mode=ride&src=linli&coordinate=gaode&callnative=1`,
    geo: `geo:${lat},${lon}?q=${lat},${lon}(${label})`,
    apple: `https://maps.apple.com/?daddr=${lat},${lon}&q=${label}&dirflg=b`,
  };
}
