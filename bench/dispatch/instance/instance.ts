/** A point of the plane, in metres. */
export interface Point {
  x: number;
  y: number;
}

/** A rider of a day; times in minutes. Free at (x, y) from `onTime`, picks nothing up after `offTime`. */
export interface Courier extends Point {
  id: string;
  onTime: number;
  offTime: number;
}

/** An order of a day; (x, y) is where the customer lives, times in minutes. */
export interface Order extends Point {
  id: string;
  restaurant: string;
  placementTime: number;
  readyTime: number;
}

export interface Restaurant extends Point {
  id: string;
}

/** The rules that hold for one day; minutes and metres. */
export interface Parameters {
  metersPerMinute: number;
  pickupService: number;
  dropoffService: number;
  target: number;
  maximum: number;
  payPerOrder: number;
  payPerHour: number;
}

/** One day of the Meal Delivery Routing Problem (Reyes et al. 2018). Orders are sorted by placement. */
export interface Instance {
  name: string;
  couriers: Map<string, Courier>;
  orders: Map<string, Order>;
  restaurants: Map<string, Restaurant>;
  parameters: Parameters;
}
