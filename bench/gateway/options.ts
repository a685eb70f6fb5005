import { parseArgs } from 'node:util';

export interface BenchOptions {
  connections: number;
  /** Rounds; in each the bare handler and the gateway take turns. */
  rounds: number;
  /** Length of one turn. */
  seconds: number;
  json: boolean;
}

/** Reads the command line. Throws on a number that is none. */
export function readOptions(): BenchOptions {
  const { values } = parseArgs({
    options: {
      connections: { type: 'string', default: '32' },
      rounds: { type: 'string', default: '4' },
      seconds: { type: 'string', default: '3' },
      json: { type: 'boolean', default: false },
    },
  });
  const number = (name: 'connections' | 'rounds' | 'seconds') => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a positive whole number`);
    return value;
  };
  return {
    connections: number('connections'),
    rounds: number('rounds'),
    seconds: number('seconds'),
    json: values.json,
  };
}
