import assert from 'node:assert/strict';
import type { Plan, Problem } from '../../_shared/dispatch/engine/index.ts';
import { openTravel } from '../../_shared/dispatch/engine/travel/open-travel.ts';

/** Asserts, from the problem alone, that riders could do what the plan says and that it keeps the rules. */
export function checkPlan(problem: Problem, plan: Plan): void {
  const travel = openTravel(problem.travel, problem.places);
  const tasks = new Map(problem.tasks.map((task) => [task.id, task]));
  const half = 120;
  const seen = new Set<string>();
  for (const { rider: id, stops, isDue, leaveAt, firstCount } of plan.routes) {
    const rider = problem.riders.find((one) => one.id === id);
    assert.ok(rider, `rider ${id} exists`);
    const inHand = new Set(rider.inHand);
    let place = rider.place;
    let time = Math.max(problem.at, rider.freeAt);
    assert.ok(leaveAt >= time, 'leaves when free');
    assert.ok(!isDue || leaveAt < problem.at + 60, 'due means soon');
    assert.ok(firstCount >= 1 && firstCount <= stops.length);
    for (let i = 0; i < stops.length; i += 1) {
      const stop = stops[i]!;
      const task = tasks.get(stop.task);
      assert.ok(task, `task ${stop.task} exists`);
      assert.ok(!seen.has(`${stop.kind} ${stop.task}`), 'each stop once');
      seen.add(`${stop.kind} ${stop.task}`);
      const before = stops[i - 1];
      const joins =
        stop.kind === 'pickup' && before?.kind === 'pickup' && tasks.get(before.task)?.store === task.store;
      if (!joins) {
        time += travel.seconds(place, stop.place) + half;
        assert.ok(stop.at >= time - 1e-6, 'no faster than the way and the service');
        time = stop.at + half;
      } else assert.equal(stop.at, before.at, 'one stop, one time');
      place = stop.place;
      if (stop.kind === 'pickup') {
        assert.ok(stop.at >= task.readyAt, 'not before it is ready');
        assert.ok(stop.at <= rider.offAt, 'not after the shift');
        assert.ok(!task.excluded?.includes(id), 'not by an excluded rider');
        assert.ok(task.needs?.every((one) => rider.has?.includes(one)) ?? true, 'skills');
        if (problem.rules === 'single_store' && !joins) assert.equal(inHand.size, 0, 'hands empty');
        inHand.add(task.id);
        assert.ok(inHand.size <= rider.capacity, 'hands not over-full');
      } else {
        assert.ok(inHand.delete(task.id), 'delivers only what is in hand');
      }
    }
    assert.equal(inHand.size, 0, 'delivers everything');
  }
  for (const id of plan.unserved) assert.ok(!seen.has(`dropoff ${id}`), 'unserved means unserved');
  for (const rider of problem.riders)
    for (const id of rider.inHand) assert.ok(seen.has(`dropoff ${id}`), 'what is in hand gets home');
  const served = [...seen].filter((one) => one.startsWith('dropoff')).length;
  const busy = new Set(plan.routes.map((route) => route.rider));
  assert.equal(new Set(plan.waiting.map(({ rider }) => rider)).size, plan.waiting.length, 'advised once');
  for (const { rider, place } of plan.waiting) {
    assert.ok(
      problem.riders.some((one) => one.id === rider) && !busy.has(rider),
      'only who is idle is advised',
    );
    assert.ok(
      problem.demand?.some((one) => one.place === place),
      'to wait where orders come from',
    );
  }
  assert.equal(served + plan.unserved.length, problem.tasks.length, 'every task is accounted for');
}
