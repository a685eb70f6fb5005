import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** What a run of the bench is asked to do. */
export interface Options {
  instances: string;
  only: string[];
  out: string | null;
  policy: 'engine' | 'published';
  rules: 'benchmark' | 'product';
  noise: number;
  seed: number;
  steps: number | null;
  json: boolean;
}

/** Reads the command line. Throws with a sentence when an option is unknown or out of range. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      instances: { type: 'string' },
      only: { type: 'string', default: '' },
      out: { type: 'string' },
      policy: { type: 'string', default: 'engine' },
      rules: { type: 'string', default: 'benchmark' },
      noise: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      steps: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { instances, policy, rules } = values;
  if (!instances || !existsSync(instances))
    throw new Error(`--instances must name a folder of days, was "${instances ?? ''}"`);
  if (policy !== 'engine' && policy !== 'published')
    throw new Error(`--policy must be engine or published, was "${policy}"`);
  if (rules !== 'benchmark' && rules !== 'product')
    throw new Error(`--rules must be benchmark or product, was "${rules}"`);
  if (rules === 'product' && policy !== 'engine') throw new Error('--rules product needs --policy engine');
  return {
    instances,
    only: values.only.split(',').filter((name) => name !== ''),
    out: values.out ?? null,
    policy,
    rules,
    noise: readNumber('noise', values.noise, 0, 1),
    seed: readNumber('seed', values.seed, 0, 4294967295),
    steps: values.steps === undefined ? null : readNumber('steps', values.steps, 0, 1_000_000),
    json: values.json,
  };
}

function readNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!(value >= least && value <= most))
    throw new Error(`--${name} must be from ${least} to ${most}, was "${text}"`);
  return value;
}
