import { distance, type Point } from '../geo/plane.ts';
import type { Random } from '../random.ts';
import type { DemoStreets } from './demo-streets.ts';
import { river, riverSide } from './river.ts';
import { oldTown } from './street-grid.ts';

export type Spot = { point: Point; street: string; englishStreet: string };

const leastGap = 55;

/** `count` shop fronts on named streets, dense towards the old town, each with a house number. */
export function placeStores(streets: DemoStreets, count: number, random: Random): Spot[] {
  const { plan } = streets.grid;
  const fronts = [...plan.edges.values()].filter((edge) => {
    const isShopStreet =
      edge.class === 'residential' || edge.class === 'secondary' || edge.class === 'primary';
    const isRing = streets.names.get(edge.id)?.name.startsWith('环城') ?? true;
    return (
      isShopStreet &&
      !isRing &&
      edge.bends.length === 0 &&
      distance(plan.point(edge.from), plan.point(edge.to)) > 45
    );
  });
  const spots: Spot[] = [];
  for (let round = 0; spots.length < count && round < count * 200; round += 1) {
    const edge = random.pick(fronts);
    const [from, to] = [plan.point(edge.from), plan.point(edge.to)];
    const share = random.range(0.2, 0.8);
    const length = distance(from, to);
    const side = random.chance(0.5) ? 1 : -1;
    const back = (edge.class === 'residential' ? 11 : 15) * side;
    const point: Point = [
      from[0] + (to[0] - from[0]) * share - ((to[1] - from[1]) / length) * back,
      from[1] + (to[1] - from[1]) * share + ((to[0] - from[0]) / length) * back,
    ];
    const isOnBridge = Math.abs(riverSide(point)) < river.width(point[0]) / 2 + 20;
    const draw = Math.exp(-distance(point, oldTown) / 900) + 0.12;
    const name = streets.names.get(edge.id);
    if (
      name === undefined ||
      isOnBridge ||
      !random.chance(draw) ||
      spots.some((spot) => distance(spot.point, point) < leastGap)
    )
      continue;
    const number =
      Math.max(1, Math.round(Math.abs(point[0] * 0.9 + point[1] * 0.7) / 8)) * 2 + (side > 0 ? 1 : 0);
    spots.push({ point, street: `${name.name}${number}号`, englishStreet: `${number} ${name.englishName}` });
  }
  if (spots.length < count) throw new RangeError(`only ${spots.length} of ${count} stores found a place`);
  return spots;
}
