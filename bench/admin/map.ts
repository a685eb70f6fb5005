import { parseArgs } from 'node:util';
import { measureMap } from './measure-map.ts';
import { openOffice } from './open-office.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    riders: { type: 'string', default: '2000' },
    'open-orders': { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '15' },
  },
});
const say = (line: string) => process.stderr.write(`${line}\n`);

const fps = await openOffice(say, (office) =>
  measureMap(
    office,
    {
      riders: Number(options.riders),
      orders: Number(options['open-orders']),
      everyMs: 5000,
      seconds: Number(options.seconds),
    },
    say,
  ),
);
const summary = Object.fromEntries(
  Object.entries(fps).map(([name, value]) => [`map_${name}_fps`, Math.round(value * 10) / 10]),
);
if (!options.json) say(fps.live >= 30 ? 'All expectations hold.' : 'An expectation does not hold.');
process.stdout.write(`${JSON.stringify(summary)}\n`);
process.exit(fps.live >= 30 ? 0 : 1);
