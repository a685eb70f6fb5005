/** How long it takes from one place to another. Implementations are pure: the same question, the same answer. */
export interface TravelTimes {
  /** Seconds between two places by index; finite and not negative, ten million where there is no way. */
  seconds: (from: number, to: number) => number;
}
