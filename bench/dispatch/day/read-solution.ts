import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Solution } from './solution.ts';

/** Reads the three solution files of a folder as they are, without judging them. Throws when a file is missing. */
export function readSolution(folder: string): Solution {
  const rows = (name: string): string[][] =>
    readFileSync(join(folder, name), 'utf8')
      .split(/\r?\n/)
      .slice(1)
      .filter((line) => line.trim() !== '')
      .map((line) => line.trim().split(/\s+/));
  return {
    assignments: rows('solution_info_assignments.txt').map(([assigned, pickup, courier, ...orders]) => ({
      assignmentTime: Number(assigned),
      pickupTime: Number(pickup),
      courier: courier ?? '',
      orders,
    })),
    orders: rows('solution_info_orders.txt').map(([order, placed, ready, pickup, dropoff, courier]) => ({
      order: order ?? '',
      placementTime: Number(placed),
      readyTime: Number(ready),
      pickupTime: Number(pickup),
      dropoffTime: Number(dropoff),
      courier: courier ?? '',
    })),
    moves: rows('solution_info_couriers.txt').map(([courier, departure, origin, destination]) => ({
      courier: courier ?? '',
      departureTime: Number(departure),
      origin: origin ?? '',
      destination: destination ?? '',
    })),
  };
}
