/** What is wrong with a problem; keys are stable. */
export type ProblemErrorKey =
  | 'dispatch.problem.duplicate_id'
  | 'dispatch.problem.not_a_number'
  | 'dispatch.problem.unknown_place'
  | 'dispatch.problem.unknown_task'
  | 'dispatch.problem.held_twice'
  | 'dispatch.problem.bad_settings'
  | 'dispatch.problem.bad_travel';

/** A problem that makes no sense: the caller's fault, never the search's. */
export class ProblemError extends Error {
  readonly key: ProblemErrorKey;

  constructor(key: ProblemErrorKey, detail: string) {
    super(`${key}: ${detail}`);
    this.name = 'ProblemError';
    this.key = key;
  }
}
