/** What the engine weighs and how long it searches. Costs are in seconds of one customer's waiting. */
export interface Settings {
  /** Seconds until the next decision: who must leave before it leaves now. */
  tickSeconds: number;
  /** Half of it passes before the goods change hands, half after. */
  pickupServiceSeconds: number;
  dropoffServiceSeconds: number;
  /** Only tasks ready within this are planned. */
  lookAheadSeconds: number;
  /** Fixed number of search steps; the only thing besides the seed that decides how a search goes. */
  steps: number;
  /** Riders considered for a task: the nearest so many. */
  candidates: number;
  /** Cost of a second a rider is busy, when riders are many (least) and when they are few (most). */
  riderTimeLeast: number;
  riderTimeMost: number;
  /** Cost of a second beyond the promise, on top of the waiting itself. */
  lateWeight: number;
  /** Cost of a second beyond `dreadSeconds` after placement. */
  dreadWeight: number;
  dreadSeconds: number;
  /** Part of the way back to demand that is charged for where a route ends. */
  returnWeight: number;
  /** Cost of giving a task to a rider whose guaranteed pay is already earned. */
  payWeight: number;
  /** Cost of leaving a task without a rider. */
  unservedCost: number;
}

/** Found on public benchmark days; the same for all of them. */
export const defaultSettings: Readonly<Settings> = {
  tickSeconds: 60,
  pickupServiceSeconds: 240,
  dropoffServiceSeconds: 240,
  lookAheadSeconds: 1800,
  steps: 400,
  candidates: 40,
  riderTimeLeast: 0.3,
  riderTimeMost: 0.3,
  lateWeight: 0.1,
  dreadWeight: 3,
  dreadSeconds: 5400,
  returnWeight: 1,
  payWeight: 30,
  unservedCost: 100_000,
};
