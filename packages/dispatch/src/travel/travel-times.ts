/** How long it takes from one place to another. Implementations are pure: the same question, the same answer. */
export interface TravelTimes {
  /** Seconds between two places by index; not negative, Infinity when there is no way. */
  seconds: (from: number, to: number) => number;
}
