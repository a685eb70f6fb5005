import { parseArgs } from 'node:util';

export interface LedgerBenchOptions {
  connections: number;
  /** Rounds; in each random, hot and floor take turns. */
  rounds: number;
  /** Length of one turn. */
  seconds: number;
  accounts: number;
  json: boolean;
}

/** Reads the command line. Throws on a number that is none. */
export function readOptions(): LedgerBenchOptions {
  const { values } = parseArgs({
    options: {
      connections: { type: 'string', default: '8' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '4' },
      accounts: { type: 'string', default: '1000' },
      json: { type: 'boolean', default: false },
    },
  });
  const number = (name: 'connections' | 'rounds' | 'seconds' | 'accounts') => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a positive whole number`);
    return value;
  };
  return {
    connections: number('connections'),
    rounds: number('rounds'),
    seconds: number('seconds'),
    accounts: Math.max(2, number('accounts')),
    json: values.json,
  };
}
