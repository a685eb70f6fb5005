import { parseArgs } from 'node:util';

export interface BenchOptions {
  sockets: number;
  channels: number;
  /** Messages a second, over all channels. */
  rate: number;
  /** Length of one measurement; a warm-up comes before. */
  seconds: number;
  json: boolean;
}

/** Reads the command line. Throws on a number that is none. */
export function readOptions(): BenchOptions {
  const { values } = parseArgs({
    options: {
      sockets: { type: 'string', default: '1000' },
      channels: { type: 'string', default: '200' },
      rate: { type: 'string', default: '200' },
      seconds: { type: 'string', default: '15' },
      json: { type: 'boolean', default: false },
    },
  });
  const number = (name: 'sockets' | 'channels' | 'rate' | 'seconds') => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a positive whole number`);
    return value;
  };
  return {
    sockets: number('sockets'),
    channels: number('channels'),
    rate: number('rate'),
    seconds: number('seconds'),
    json: values.json,
  };
}
