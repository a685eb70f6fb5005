export type RateCard = {
  base_cents: number;
  included_meters: number;
  per_km_cents: number;
  reach_meters: number;
};

/** The fee in minor units for a distance in metres, as the database counts it; `undefined` beyond the reach. */
export function deliveryFee(card: RateCard, meters: number): number | undefined {
  if (meters > card.reach_meters) return undefined;
  return card.base_cents + card.per_km_cents * Math.ceil(Math.max(0, meters - card.included_meters) / 1000);
}
