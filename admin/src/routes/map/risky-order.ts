import type { OrderRisk } from '../../lib/order-risk.ts';
import type { HeldTask, MapOrder } from '../../queries/dispatch/use-ops-map.ts';

/** An open order of the board with how it stands, and why the last round held its task back. */
export type RiskyOrder = MapOrder & { risk: OrderRisk; held: HeldTask | undefined };
