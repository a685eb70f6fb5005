/** A planned failure of the API: the next `times` requests whose `METHOD /path` starts with `match` get it. */
export interface PlannedFailure {
  match: string;
  status: number;
  code: string;
  message: string;
  times: number;
}

/** The failure planned for this request (`METHOD /path`), counted down; undefined where none is. */
export function takePlannedFailure(failures: PlannedFailure[], request: string): PlannedFailure | undefined {
  const index = failures.findIndex((one) => request.startsWith(one.match));
  const failure = failures[index];
  if (!failure) return undefined;
  failure.times -= 1;
  if (failure.times <= 0) failures.splice(index, 1);
  return failure;
}
