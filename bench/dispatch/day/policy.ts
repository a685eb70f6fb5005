import type { Courier, Instance, Order, Point } from '../instance/instance.ts';

/** A rider as a policy sees them: where and when what they already have ends; minutes. */
export interface CourierView {
  courier: Courier;
  place: Point;
  freeAt: number;
  /** Orders given to the rider so far today. */
  orderCount: number;
}

/** All that may be known at minute `now`: riders, and the orders placed by then that nobody left for. */
export interface Snapshot {
  now: number;
  instance: Omit<Instance, 'orders'>;
  couriers: CourierView[];
  /** `readyTime` is what the kitchen says; it can be wrong when the day has noise. */
  orders: Order[];
}

/** Sends a rider to a restaurant for these orders of it, delivered in this sequence. */
export interface Dispatch {
  courier: string;
  orders: string[];
}

/** An online policy: asked every `everyMinutes`, answers who leaves now. */
export interface Policy {
  everyMinutes: number;
  decide: (snapshot: Snapshot) => Dispatch[];
}
