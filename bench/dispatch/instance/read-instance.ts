import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Instance, Parameters } from './instance.ts';

/** The days in a folder: one folder each, sorted by name. Throws when there is none. */
export function findInstances(folder: string): string[] {
  const found = readdirSync(folder, { withFileTypes: true })
    .map((entry) => join(folder, entry.name))
    .filter((path) => existsSync(join(path, 'orders.txt')))
    .sort();
  if (found.length === 0) throw new Error(`no instance in ${folder}: expected folders that hold orders.txt`);
  return found;
}

/** Reads one day from its four tab-separated files. Throws when a file or a column is missing or not a number. */
export function readInstance(folder: string): Instance {
  const couriers = readTable(join(folder, 'couriers.txt')).map((row) => ({
    id: row.text('courier'),
    x: row.number('x'),
    y: row.number('y'),
    onTime: row.number('on_time'),
    offTime: row.number('off_time'),
  }));
  const restaurants = readTable(join(folder, 'restaurants.txt')).map((row) => ({
    id: row.text('restaurant'),
    x: row.number('x'),
    y: row.number('y'),
  }));
  const orders = readTable(join(folder, 'orders.txt')).map((row) => ({
    id: row.text('order'),
    x: row.number('x'),
    y: row.number('y'),
    placementTime: row.number('placement_time'),
    restaurant: row.text('restaurant'),
    readyTime: row.number('ready_time'),
  }));
  orders.sort((a, b) => a.placementTime - b.placementTime);
  return {
    name: basename(folder),
    couriers: byId(couriers),
    orders: byId(orders),
    restaurants: byId(restaurants),
    parameters: readParameters(join(folder, 'instance_parameters.txt')),
  };
}

function readParameters(file: string): Parameters {
  const row = readTable(file)[0];
  if (!row) throw new Error(`${file} holds no row`);
  return {
    metersPerMinute: row.number('meters_per_minute'),
    pickupService: row.number('pickup service minutes'),
    dropoffService: row.number('dropoff service minutes'),
    target: row.number('target click-to-door'),
    maximum: row.number('maximum click-to-door'),
    payPerOrder: row.number('pay per order'),
    payPerHour: row.number('guaranteed pay per hour'),
  };
}

interface Row {
  text: (column: string) => string;
  number: (column: string) => number;
}

function readTable(file: string): Row[] {
  const lines = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const header = (lines[0] ?? '').split('\t').map((name) => name.trim());
  return lines.slice(1).map((line, i) => {
    const cells = line.split('\t');
    const text = (column: string): string => {
      const cell = cells[header.indexOf(column)]?.trim();
      if (cell === undefined || cell === '')
        throw new Error(`${file} line ${i + 2}: column "${column}" is missing`);
      return cell;
    };
    const number = (column: string): number => {
      const value = Number(text(column));
      if (!Number.isFinite(value)) throw new Error(`${file} line ${i + 2}: "${column}" is not a number`);
      return value;
    };
    return { text, number };
  });
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
