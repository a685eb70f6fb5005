import { Random } from '../../../edge-functions/_shared/dispatch/engine/model/random.ts';
import type { Problem } from '../../../edge-functions/_shared/dispatch/engine/index.ts';

const side = 8000;
const at = 100_000;

/**
 * A zone at its busiest: `count` open orders of count / 12 stores that stand in clusters, and as many riders, most of them
 * still busy for up to 20 minutes. Metres and seconds; the same seed makes the same zone.
 */
export function makeZone(count: number, seed: number): Problem {
  const random = new Random(seed);
  const between = (low: number, high: number): number => Math.round(low + random.next() * (high - low));
  const near = (center: number, spread: number): number =>
    Math.round(Math.min(side, Math.max(0, center + (random.next() + random.next() - 1) * spread)));
  const clusters = Array.from({ length: 8 }, () => ({
    x: between(800, side - 800),
    y: between(800, side - 800),
  }));
  const storeCount = Math.max(1, Math.round(count / 12));
  const places = Array.from({ length: storeCount }, (_, i) => {
    const { x, y } = clusters[i % clusters.length] ?? { x: 0, y: 0 };
    return { x: near(x, 900), y: near(y, 900) };
  });
  const addPlace = (x: number, y: number): number => places.push({ x, y }) - 1;
  const tasks = Array.from({ length: count }, (_, i) => {
    const store = random.below(storeCount);
    const { x, y } = places[store] ?? { x: 0, y: 0 };
    const placedAt = at - between(0, 900);
    return {
      id: `o${i}`,
      store: `s${store}`,
      pickupPlace: store,
      dropoffPlace: addPlace(near(x, 2500), near(y, 2500)),
      placedAt,
      readyAt: placedAt + between(480, 1500),
      promisedAt: placedAt + 2400,
    };
  });
  const riders = Array.from({ length: count }, (_, i) => ({
    id: `r${i}`,
    place: addPlace(between(0, side), between(0, side)),
    freeAt: at + (random.next() < 0.4 ? 0 : between(0, 1200)),
    offAt: at + between(3600, 6 * 3600),
    capacity: 5,
    inHand: [],
  }));
  return {
    at,
    seed,
    rules: 'mixed',
    places,
    travel: { kind: 'straight', metersPerMinute: 300 },
    riders,
    tasks,
    demand: Array.from({ length: storeCount }, (_, place) => ({ place, weight: 1 })),
    tasksPerHour: count * 2,
  };
}
