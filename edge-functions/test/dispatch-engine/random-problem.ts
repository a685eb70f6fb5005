import fc from 'fast-check';
import type { Problem, Rider, Task } from '../../_shared/dispatch/engine/index.ts';

/** Any snapshot: a few places, riders in every condition, tasks of every age, some of them in hand. */
export const anyProblem: fc.Arbitrary<Problem> = fc
  .record({
    seed: fc.integer({ min: 0, max: 1_000_000 }),
    isMixed: fc.boolean(),
    isTable: fc.boolean(),
    places: fc.array(
      fc.record({ x: fc.integer({ min: 0, max: 9000 }), y: fc.integer({ min: 0, max: 9000 }) }),
      {
        minLength: 1,
        maxLength: 12,
      },
    ),
    riders: fc.array(
      fc.record({
        place: fc.nat(),
        freeAt: fc.integer({ min: -600, max: 3000 }),
        offAt: fc.integer({ min: -600, max: 9000 }),
        capacity: fc.integer({ min: 0, max: 5 }),
        has: fc.subarray(['bag', 'cold']),
        guaranteedLeft: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
      }),
      { maxLength: 6 },
    ),
    tasks: fc.array(
      fc.record({
        store: fc.constantFrom('a', 'b', 'c', 'd'),
        pickup: fc.nat(),
        dropoff: fc.nat(),
        age: fc.integer({ min: -60, max: 6000 }),
        ready: fc.integer({ min: -3000, max: 3000 }),
        promise: fc.integer({ min: -3000, max: 3000 }),
        holder: fc.option(fc.nat(), { nil: undefined, freq: 4 }),
        needs: fc.option(fc.subarray(['bag', 'cold']), { nil: undefined }),
        excluded: fc.option(fc.nat(), { nil: undefined }),
      }),
      { maxLength: 14 },
    ),
    hole: fc.boolean(),
    hints: fc.array(
      fc.record({ rider: fc.nat(), stops: fc.array(fc.stringMatching(/^[+-]t\d$/), { maxLength: 6 }) }),
      {
        maxLength: 4,
      },
    ),
  })
  .map(({ seed, isMixed, isTable, places, riders, tasks, hole, hints }): Problem => {
    const place = (n: number): number => n % places.length;
    const storePlace = new Map<string, number>();
    const made: Task[] = tasks.map((task, i) => {
      if (!storePlace.has(task.store)) storePlace.set(task.store, place(task.pickup));
      return {
        id: `t${i}`,
        store: task.store,
        pickupPlace: storePlace.get(task.store) ?? 0,
        dropoffPlace: place(task.dropoff),
        placedAt: 100_000 - task.age,
        readyAt: 100_000 + task.ready,
        promisedAt: 100_000 + task.promise,
        needs: task.needs,
        excluded: task.excluded === undefined ? undefined : [`r${task.excluded % 6}`],
      };
    });
    const crew: Rider[] = riders.map((rider, i) => ({
      ...rider,
      id: `r${i}`,
      place: place(rider.place),
      freeAt: 100_000 + rider.freeAt,
      offAt: 100_000 + rider.offAt,
      inHand: tasks.flatMap(({ holder }, t) =>
        holder !== undefined && holder % riders.length === i ? [`t${t}`] : [],
      ),
    }));
    const seconds = (a: number, b: number): number =>
      hole && (a + b) % 5 === 3
        ? -1
        : Math.round(Math.hypot(places[a]!.x - places[b]!.x, places[a]!.y - places[b]!.y) / 5);
    return {
      at: 100_000,
      seed,
      rules: isMixed ? 'mixed' : 'single_store',
      places,
      travel: isTable
        ? { kind: 'table', table: places.map((_, a) => places.map((_, b) => seconds(a, b))) }
        : { kind: 'straight', metersPerMinute: 320, roundUpToSeconds: 60 },
      riders: crew,
      tasks: made,
      demand: [...storePlace.values()].map((at) => ({ place: at, weight: 1 })),
      tasksPerHour: 20,
      previous: hints.map(({ rider, stops }) => ({ rider: `r${rider % 6}`, stops })),
      settings: { steps: 60 },
    };
  });
