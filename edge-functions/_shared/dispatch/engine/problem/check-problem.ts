import { ProblemError } from './problem-error.ts';
import type { Problem } from './problem.ts';

/** Throws `ProblemError` when ids repeat, a reference leads nowhere, or a figure is not finite. */
export function checkProblem(problem: Problem): void {
  const { at, seed, places, riders, tasks } = problem;
  needNumbers('problem', { at, seed });
  places.forEach((place, i) => needNumbers(`place ${i}`, { x: place.x, y: place.y }));
  const taskIds = new Set<string>();
  for (const { id, pickupPlace, dropoffPlace, placedAt, readyAt, promisedAt } of tasks) {
    if (taskIds.has(id)) throw new ProblemError('dispatch.problem.duplicate_id', `task ${id}`);
    taskIds.add(id);
    needNumbers(`task ${id}`, { placedAt, readyAt, promisedAt });
    needPlace(problem, `task ${id}`, pickupPlace);
    needPlace(problem, `task ${id}`, dropoffPlace);
  }
  const riderIds = new Set<string>();
  const held = new Set<string>();
  for (const { id, place, freeAt, offAt, capacity, inHand } of riders) {
    if (riderIds.has(id)) throw new ProblemError('dispatch.problem.duplicate_id', `rider ${id}`);
    riderIds.add(id);
    needNumbers(`rider ${id}`, { freeAt, offAt, capacity });
    needPlace(problem, `rider ${id}`, place);
    for (const task of inHand) {
      if (!taskIds.has(task))
        throw new ProblemError('dispatch.problem.unknown_task', `rider ${id} holds ${task}`);
      if (held.has(task)) throw new ProblemError('dispatch.problem.held_twice', task);
      held.add(task);
    }
  }
  for (const { place, weight } of problem.demand ?? []) {
    needPlace(problem, 'demand', place);
    needNumbers('demand', { weight });
  }
  checkSettings(problem);
  checkTravel(problem);
}

function checkSettings({ settings = {} }: Problem): void {
  for (const [name, value] of Object.entries(settings))
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
      throw new ProblemError(
        'dispatch.problem.bad_settings',
        `${name} must be 0 or more, was ${String(value)}`,
      );
  if (settings.candidates !== undefined && settings.candidates < 1)
    throw new ProblemError('dispatch.problem.bad_settings', 'candidates must be 1 or more');
}

function checkTravel({ travel, places }: Problem): void {
  if (travel.kind === 'table') {
    if (travel.table.length < places.length || travel.table.some((row) => row.length < places.length))
      throw new ProblemError('dispatch.problem.bad_travel', `the table must cover ${places.length} places`);
  } else if (!(travel.metersPerMinute > 0)) {
    throw new ProblemError('dispatch.problem.bad_travel', `metersPerMinute was ${travel.metersPerMinute}`);
  }
}

function needNumbers(what: string, figures: Record<string, number>): void {
  for (const [name, value] of Object.entries(figures))
    if (!Number.isFinite(value))
      throw new ProblemError('dispatch.problem.not_a_number', `${name} of ${what} was ${value}`);
}

function needPlace({ places }: Problem, what: string, place: number): void {
  if (!Number.isInteger(place) || place < 0 || place >= places.length)
    throw new ProblemError('dispatch.problem.unknown_place', `place ${place} of ${what}`);
}
