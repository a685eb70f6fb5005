export type WhyCandidate = {
  rider_id: string;
  cost_seconds: number;
  parts: Record<string, number>;
  travel_seconds: number;
  arrives_at: string | null;
};

/** Why a rider was offered a task, as the dispatch engine stores it with its offer. */
export type Why = {
  key: string;
  candidate_count: number;
  chosen: WhyCandidate;
  runner_up: (WhyCandidate & { key: string; difference_seconds: number }) | null;
};

type Loose = Record<string, unknown>;

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

function candidate(value: unknown): WhyCandidate | undefined {
  if (!isObject(value) || typeof value['rider_id'] !== 'string') return undefined;
  const parts = isObject(value['parts']) ? value['parts'] : {};
  return {
    rider_id: value['rider_id'],
    cost_seconds: number(value['cost_seconds']),
    parts: Object.fromEntries(Object.entries(parts).map(([part, seconds]) => [part, number(seconds)])),
    travel_seconds: number(value['travel_seconds']),
    arrives_at: typeof value['arrives_at'] === 'string' ? value['arrives_at'] : null,
  };
}

/** Reads a stored explanation; `undefined` when there is none (assigned by hand) or it is of another shape. */
export function readWhy(value: unknown): Why | undefined {
  if (!isObject(value)) return undefined;
  const chosen = candidate(value['chosen']);
  if (chosen === undefined || typeof value['key'] !== 'string') return undefined;
  const second = value['runner_up'];
  const next = candidate(second);
  return {
    key: value['key'],
    candidate_count: number(value['candidate_count']),
    chosen,
    runner_up:
      next && isObject(second) && typeof second['key'] === 'string'
        ? { ...next, key: second['key'], difference_seconds: number(second['difference_seconds']) }
        : null,
  };
}

/** The parts of a candidate's cost that count, greatest first, in seconds. */
export function costParts(candidate: WhyCandidate): [part: string, seconds: number][] {
  return Object.entries(candidate.parts)
    .filter(([, seconds]) => seconds !== 0)
    .sort(([, a], [, b]) => b - a);
}
