/** What the engine weighs and how long it searches. Costs are in seconds of one customer's waiting. */
export interface Settings {
  /** Seconds until the next decision: who must leave before it leaves now. */
  tickSeconds: number;
  /** Half of it passes before the goods change hands, half after. */
  pickupServiceSeconds: number;
  dropoffServiceSeconds: number;
  /** Fixed number of search steps; the only thing besides the seed that decides how a search goes. */
  steps: number;
  /** Riders considered for a task: the nearest so many. */
  candidates: number;
  /**
   * Cost of a second a rider is busy: `riderTimeLeast` up to the load (work over hands in the next hour) of
   * `riderTimeKnee`, rising to `riderTimeMost` at a load of one more, and on in proportion to a load of three more.
   */
  riderTimeLeast: number;
  riderTimeMost: number;
  riderTimeKnee: number;
  /** Cost of a second beyond the promise, on top of the waiting itself. */
  lateWeight: number;
  /** Cost of a second beyond `dreadSeconds` after placement. */
  dreadWeight: number;
  dreadSeconds: number;
  /** Cost of a second that a route's end is away from demand. */
  returnWeight: number;
  /** Cost of giving a task to a rider whose guaranteed pay is already earned. */
  payWeight: number;
  /** Cost of a stop at a store with something in hand: what the plan cannot know about it. */
  mixCost: number;
  /** Cost of leaving a task without a rider. */
  unservedCost: number;
}

/** Found on public benchmark days; the same for all of them. */
export const defaultSettings: Readonly<Settings> = {
  tickSeconds: 60,
  pickupServiceSeconds: 240,
  dropoffServiceSeconds: 240,
  steps: 1800,
  candidates: 40,
  riderTimeLeast: 0.15,
  riderTimeMost: 0.6,
  riderTimeKnee: 1.3,
  lateWeight: 0.3,
  dreadWeight: 3,
  dreadSeconds: 5400,
  returnWeight: 0.45,
  payWeight: 10,
  mixCost: 120,
  unservedCost: 100_000,
};
