import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** How many stores there are in each run, growing. */
  sizes: number[];
  /** Measured questions of each kind in a run. */
  questions: number;
  json: boolean;
}

/** Reads the command line. Throws on a number that is none. */
export function readOptions(): BenchOptions {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '10000,100000,1000000' },
      questions: { type: 'string', default: '1000' },
      json: { type: 'boolean', default: false },
    },
  });
  const number = (text: string, least: number): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least)
      throw new Error(`"${text}" must be a whole number from ${least}`);
    return value;
  };
  const sizes = values.sizes.split(',').map((text) => number(text, 1000));
  if (sizes.some((size, at) => at > 0 && size <= (sizes[at - 1] ?? 0))) throw new Error('--sizes must grow');
  return { sizes, questions: number(values.questions, 100), json: values.json };
}
