/** A rider sent to one restaurant for one or more of its orders; minutes. */
export interface AssignmentLine {
  assignmentTime: number;
  pickupTime: number;
  courier: string;
  orders: string[];
}

/** What became of an order; minutes. */
export interface OrderLine {
  order: string;
  placementTime: number;
  readyTime: number;
  pickupTime: number;
  dropoffTime: number;
  courier: string;
}

/** One move of a rider. `origin` "0" is where the rider starts the day; otherwise a restaurant or an order. */
export interface MoveLine {
  courier: string;
  departureTime: number;
  origin: string;
  destination: string;
}

/** What a policy did on one day: the content of the benchmark's three solution files. */
export interface Solution {
  assignments: AssignmentLine[];
  orders: OrderLine[];
  moves: MoveLine[];
}
