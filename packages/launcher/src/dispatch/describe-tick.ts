import type { StoredTick } from '../../../../edge-functions/_shared/dispatch/replay-tick.ts';
import type {
  CandidateView,
  HeldDelivery,
  TickPlan,
} from '../../../../edge-functions/_shared/dispatch/tick-plan.ts';

/** Texts by key, as the back office has them. */
export type Texts = Readonly<Record<string, string>>;

const held: Readonly<Record<HeldDelivery['key'], string>> = {
  'dispatch.held.not_due': '还不到出发时间 / nobody has to leave yet',
  'dispatch.held.no_rider': '暂无可派骑手 / no rider can take it',
  'dispatch.held.hands_full': '骑手手上单已满 / the rider has all they may hold',
};

/**
 * A round in words, a line each: who is asked for what and why, what the next best would have cost, what is held and
 * until when. `texts` are the messages of the back office in the reader's language.
 */
export function describeTick(tick: StoredTick, plan: TickPlan, texts: Texts): string[] {
  const names = new Map(
    tick.snapshot.riders.map((rider) => [
      rider.id,
      'display_name' in rider && typeof rider.display_name === 'string' ? rider.display_name : rider.id,
    ]),
  );
  const nameOf = (id: string): string => names.get(id) ?? id;
  const say = (key: string, values: Record<string, string | number>): string =>
    (texts[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  const cost = (one: CandidateView): string =>
    Object.entries(one.parts)
      .filter(([, seconds]) => seconds !== 0)
      .map(([part, seconds]) => `${texts[`why.part_${part}`] ?? part} ${seconds} s`)
      .join(' · ');
  const lines = [
    `${tick.created_at}  ${tick.snapshot.deliveries.length} deliveries, ${tick.snapshot.riders.length} riders, cost ${plan.cost}`,
  ];
  for (const offer of plan.offers) {
    const { explanation: why } = offer;
    const outcome = tick.result?.find((one) => one.delivery_id === offer.delivery_id)?.outcome ?? '–';
    lines.push(
      `${offer.delivery_id} → ${nameOf(offer.rider_id)} (${outcome})`,
      `  ${say(why.key, { riders: why.candidate_count })}`,
      `  ${nameOf(why.chosen.rider_id)}: ${why.chosen.cost_seconds} s = ${cost(why.chosen)}`,
    );
    const next = why.runner_up;
    if (next)
      lines.push(
        `  ${nameOf(next.rider_id)}: ${next.cost_seconds} s = ${cost(next)}`,
        `  ${say(next.key, { rider: nameOf(next.rider_id), seconds: Math.abs(next.difference_seconds) })}`,
      );
  }
  for (const one of plan.held)
    lines.push(
      `${one.delivery_id} – ${held[one.key]}${one.rider_id ? ` (${nameOf(one.rider_id)})` : ''}${one.until ? ` ${one.until}` : ''}`,
    );
  return lines;
}
