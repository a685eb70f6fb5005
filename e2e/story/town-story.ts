import type { Place } from './place.ts';

/** Who and where a story is played with. */
export interface TownStory {
  /** Names its screenshots. */
  slug: string;
  customer: { phone: string; country: string };
  merchantEmail: string;
  riderEmail: string;
  store: Place & { id: string; name: string };
  /** Where the customer lives. */
  home: Place;
}
