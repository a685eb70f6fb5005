import { parseArgs } from 'node:util';
import { decide, defaultSettings, type Problem } from '../../edge-functions/_shared/dispatch/engine/index.ts';
import { makeZone } from './scale/make-zone.ts';
import { plainMatching } from './scale/plain-matching.ts';

/** Search steps for an open order: what a tick may take grows with the zone, not with the clock. */
const stepsPerOrder = 2;
/** Riders looked at for an order: more than on a quiet day, since many orders compete for the near ones. */
const candidates = 150;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    sizes: { type: 'string', default: '500,1000,2000' },
  },
});

interface Line {
  orders: number;
  zones: number;
  tick_cpu_ms: number;
  worst_zone_cpu_ms: number;
  plan_cost: number;
  plan_unserved: number;
  matching_cpu_ms: number;
  matching_cost: number;
  matching_unserved: number;
  gain: number;
}

/** CPU of this thread and its garbage collection, milliseconds. */
function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000;
}

/** What the plan's cost holds for orders that have no rider. */
function unservedCost({ at, tasks }: Problem, unserved: readonly string[]): number {
  const ids = new Set(unserved);
  return tasks
    .filter((task) => ids.has(task.id))
    .reduce((sum, task) => sum + defaultSettings.unservedCost + Math.max(0, at - task.placedAt), 0);
}

function runZones(orders: number, zones: number, seed: number): Line {
  const line = {
    orders,
    zones,
    tick_cpu_ms: 0,
    worst_zone_cpu_ms: 0,
    plan_cost: 0,
    plan_unserved: 0,
    matching_cpu_ms: 0,
    matching_cost: 0,
    matching_unserved: 0,
  };
  for (let zone = 0; zone < zones; zone += 1) {
    const problem = makeZone(Math.round(orders / zones), seed * 1000 + zone);
    const settings = { steps: stepsPerOrder * problem.tasks.length, candidates };
    const took = cpuMs(() => {
      const plan = decide({ ...problem, settings });
      line.plan_cost += plan.cost - unservedCost(problem, plan.unserved);
      line.plan_unserved += plan.unserved.length;
    });
    line.tick_cpu_ms += took;
    line.worst_zone_cpu_ms = Math.max(line.worst_zone_cpu_ms, took);
    line.matching_cpu_ms += cpuMs(() => {
      const { cost, unserved } = plainMatching(problem);
      line.matching_cost += cost;
      line.matching_unserved += unserved;
    });
  }
  // Per served order: matching leaves some to nobody, which is not held against it.
  const gain =
    1 -
    line.plan_cost / (orders - line.plan_unserved) / (line.matching_cost / (orders - line.matching_unserved));
  for (const key of Object.keys(line) as (keyof typeof line)[]) line[key] = Math.round(line[key] * 10) / 10;
  return { ...line, gain: Math.round(gain * 10_000) / 10_000 };
}

const say = (text: string): boolean => process.stdout.write(`${text}\n`);
decide({ ...makeZone(100, 7), settings: { steps: 2000 } });
plainMatching(makeZone(100, 7));
say(
  'orders  zones  tick CPU ms  worst zone ms    plan cost  matching cost  matching ms   gain  unserved (plan/matching)',
);
const lines: Line[] = [];
for (const orders of values.sizes.split(',').map(Number))
  for (const zones of [1, 20]) {
    const line = runZones(orders, zones, Number(values.seed));
    lines.push(line);
    say(
      [
        String(line.orders).padStart(6),
        String(line.zones).padStart(6),
        line.tick_cpu_ms.toFixed(0).padStart(12),
        line.worst_zone_cpu_ms.toFixed(0).padStart(14),
        line.plan_cost.toFixed(0).padStart(12),
        line.matching_cost.toFixed(0).padStart(14),
        line.matching_cpu_ms.toFixed(0).padStart(12),
        `${(line.gain * 100).toFixed(1)} %`.padStart(8),
        ` ${line.plan_unserved}/${line.matching_unserved}`,
      ].join(' '),
    );
  }
if (values.json) say(JSON.stringify({ scale: lines }));
