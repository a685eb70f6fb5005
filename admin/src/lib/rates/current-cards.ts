export type CardTime = {
  id: string;
  zone_id: string | null;
  store_id: string | null;
  version: number;
  starts_at: string;
  ends_at: string | null;
};
export type CardState = 'live' | 'planned' | 'ended';

/** How a card stands at `now` (milliseconds) by its own time. */
export function cardState(card: CardTime, now: number): CardState {
  if (card.ends_at !== null && Date.parse(card.ends_at) <= now) return 'ended';
  return Date.parse(card.starts_at) > now ? 'planned' : 'live';
}

/**
 * Of each scope (city, zone, store) the card that counts now, and those that are planned after it; the city first.
 * A scope whose cards have all ended is left out.
 */
export function currentCards<Card extends CardTime>(cards: readonly Card[], now: number): Card[] {
  const newest = [...cards].sort((a, b) => b.version - a.version);
  const seen = new Set<string>();
  return newest
    .filter((card) => {
      const state = cardState(card, now);
      const scope = `${card.zone_id ?? ''} ${card.store_id ?? ''}`;
      if (state === 'ended' || (state === 'live' && seen.has(scope))) return false;
      if (state === 'live') seen.add(scope);
      return true;
    })
    .sort((a, b) => rank(a) - rank(b) || a.starts_at.localeCompare(b.starts_at));
}

function rank(card: CardTime): number {
  return card.store_id !== null ? 2 : card.zone_id !== null ? 1 : 0;
}
