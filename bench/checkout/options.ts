import { parseArgs } from 'node:util';

export interface CheckoutOptions {
  json: boolean;
  connections: number;
  seconds: number;
}

/** `--connections`, `--seconds` of each part, `--json`. */
export function readOptions(): CheckoutOptions {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      connections: { type: 'string', default: '8' },
      seconds: { type: 'string', default: '8' },
    },
  });
  return { json: values.json, connections: Number(values.connections), seconds: Number(values.seconds) };
}
