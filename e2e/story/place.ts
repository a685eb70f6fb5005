/** WGS-84 degrees. */
export interface Place {
  lon: number;
  lat: number;
}

/** The place a share of the way from one to the other. */
export function between(from: Place, to: Place, share: number): Place {
  return { lon: from.lon + (to.lon - from.lon) * share, lat: from.lat + (to.lat - from.lat) * share };
}
