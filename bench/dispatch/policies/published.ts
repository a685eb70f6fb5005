import { assign } from '../../../edge-functions/_shared/dispatch/engine/assignment/assign.ts';
import type { CourierView, Dispatch, Policy, Snapshot } from '../day/policy.ts';
import { bundleRestaurants } from './bundle-restaurants.ts';
import { judgePairing, type Pairing } from './judge-pairing.ts';

const everyMinutes = 5;
const lookAheadMinutes = 20;

/**
 * The rolling horizon of Reyes, Erera, Savelsbergh, Sahasrabudhe & O'Neil, "The meal delivery routing problem" (2018),
 * rebuilt: every 5 minutes the orders of each restaurant are bundled to a size that follows the load, bundles and
 * riders are matched in three priority groups, and a match is committed when rider and food come together before the
 * next round.
 */
export function openPublishedPolicy(): Policy {
  return { everyMinutes, decide };
}

function decide(snapshot: Snapshot): Dispatch[] {
  const { now } = snapshot;
  const horizon = now + lookAheadMinutes;
  const orders = snapshot.orders.filter((order) => order.readyTime <= horizon);
  const riders = snapshot.couriers.filter(
    (one) => one.courier.onTime <= now + everyMinutes && one.freeAt <= horizon && one.courier.offTime >= now,
  );
  const soon = orders.filter((order) => order.readyTime <= now + 10).length;
  const freeSoon = riders.filter((one) => one.freeAt <= now + 10).length;
  const size = Math.max(1, Math.ceil(soon / Math.max(1, freeSoon)));
  const bundles = bundleRestaurants(snapshot, orders, size);

  const dispatches: Dispatch[] = [];
  const taken = new Set<CourierView>();
  for (const group of [1, 2, 3]) {
    const rows = bundles.filter((bundle) => bundle.group === group);
    const columns = riders.filter((one) => !taken.has(one));
    const pairings = rows.map((bundle) =>
      columns.map((rider): Pairing | null => judgePairing(snapshot, rider, bundle.orders)),
    );
    const held = assign(
      pairings.map((row) => ({
        edges: row.flatMap((one, column) => (one ? [{ column, cost: one.cost }] : [])),
        skipCost: 1e6,
      })),
      columns.length,
    );
    rows.forEach((bundle, i) => {
      const rider = columns[held[i] ?? -1];
      const pairing = pairings[i]?.[held[i] ?? -1];
      if (!rider || !pairing) return;
      taken.add(rider);
      if (pairing.leavesAt < now + everyMinutes)
        dispatches.push({ courier: rider.courier.id, orders: bundle.orders.map((order) => order.id) });
    });
  }
  return dispatches;
}
