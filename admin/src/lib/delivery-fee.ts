/** The part of a rate card that the simple form edits: its base and distance rules. */
export type SimpleRateCard = {
  base_cents: number;
  included_meters: number;
  per_km_cents: number;
  reach_meters: number;
};

/** The fee in minor units for a distance in metres, as the database counts these two rules; `undefined` beyond the reach. */
export function deliveryFee(card: SimpleRateCard, meters: number): number | undefined {
  if (meters > card.reach_meters) return undefined;
  return card.base_cents + card.per_km_cents * Math.ceil(Math.max(0, meters - card.included_meters) / 1000);
}
