import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Solution } from './solution.ts';

/** Writes the three solution files, space-separated with a header line, into `folder` (made when missing). */
export function writeSolution(folder: string, solution: Solution): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, header: string, rows: readonly (readonly (string | number)[])[]): void =>
    writeFileSync(join(folder, name), [header, ...rows.map((row) => row.join(' ')), ''].join('\n'));
  write(
    'solution_info_assignments.txt',
    'assignment_time pickup_time courier order...',
    solution.assignments.map((one) => [one.assignmentTime, one.pickupTime, one.courier, ...one.orders]),
  );
  write(
    'solution_info_orders.txt',
    'order placement_time ready_time pickup_time dropoff_time courier',
    solution.orders.map((one) => [
      one.order,
      one.placementTime,
      one.readyTime,
      one.pickupTime,
      one.dropoffTime,
      one.courier,
    ]),
  );
  write(
    'solution_info_couriers.txt',
    'courier departure_time origin destination',
    solution.moves.map((one) => [one.courier, one.departureTime, one.origin, one.destination]),
  );
}
