import type { Enums } from '@linli/database';

export type RateKind = Enums<'rate_rule_kind'>;
/** A rule of a rate card while it is edited, by the columns of `rate_card_rules`; amounts are minor units. */
export type RateRule = {
  kind: RateKind;
  label?: string | null;
  translations?: Record<string, Record<string, string>>;
  amount_cents?: number | null;
  from_meters?: number | null;
  to_meters?: number | null;
  per_km_cents?: number | null;
  free_from_cents?: number | null;
  below_cents?: number | null;
  zone_id?: string | null;
  weekdays?: number[] | null;
  starts_at?: string | null;
  ends_at?: string | null;
  condition?: string | null;
  over_grams?: number | null;
  per_kg_cents?: number | null;
};

export const rateKinds: readonly RateKind[] = [
  'base',
  'distance',
  'amount',
  'zone',
  'time_window',
  'weather',
  'weight',
];

/** The columns that a rule of each kind has of its own. */
const columnsOf: Record<RateKind, readonly (keyof RateRule)[]> = {
  base: [],
  distance: ['from_meters', 'to_meters', 'per_km_cents'],
  amount: ['free_from_cents', 'below_cents'],
  zone: ['zone_id'],
  time_window: ['weekdays', 'starts_at', 'ends_at'],
  weather: ['condition'],
  weight: ['over_grams', 'per_kg_cents'],
};

/** A new rule of a kind, as people usually want it. */
export function newRateRule(kind: RateKind): RateRule {
  const usual: Record<RateKind, Omit<RateRule, 'kind'>> = {
    base: { amount_cents: 400 },
    distance: { from_meters: 2000, per_km_cents: 100, amount_cents: 0 },
    amount: { free_from_cents: 5000, amount_cents: 0 },
    zone: { amount_cents: 200 },
    time_window: { weekdays: [0, 1, 2, 3, 4, 5, 6], starts_at: '22:00', ends_at: '06:00', amount_cents: 300 },
    weather: { condition: 'rain', amount_cents: 200 },
    weight: { over_grams: 5000, per_kg_cents: 100, amount_cents: 0 },
  };
  return { kind, ...usual[kind] };
}

/** A rule as it is stored: what its kind has, without what was left empty. */
export function writtenRateRule(rule: RateRule): RateRule {
  const kept: (keyof RateRule)[] = ['kind', 'label', 'translations', 'amount_cents', ...columnsOf[rule.kind]];
  return Object.fromEntries(
    kept.flatMap((key) => {
      const value = rule[key];
      return value === null || value === undefined || value === '' ? [] : [[key, value]];
    }),
  ) as RateRule;
}

/** The column that is missing or wrong, as the database would say; `undefined` when the rule is right. */
export function rateRuleFault(rule: RateRule): keyof RateRule | undefined {
  const isCount = (value: number | null | undefined, min = 0): boolean =>
    typeof value === 'number' && Number.isInteger(value) && value >= min;
  if (rule.amount_cents !== undefined && !isCount(rule.amount_cents)) return 'amount_cents';
  switch (rule.kind) {
    case 'base':
      return undefined;
    case 'distance':
      if (!isCount(rule.from_meters)) return 'from_meters';
      return typeof rule.to_meters === 'number' && rule.to_meters <= (rule.from_meters ?? 0)
        ? 'to_meters'
        : undefined;
    case 'amount':
      if (rule.free_from_cents === undefined && rule.below_cents === undefined) return 'free_from_cents';
      if (rule.free_from_cents !== undefined && !isCount(rule.free_from_cents)) return 'free_from_cents';
      return rule.below_cents !== undefined && !isCount(rule.below_cents, 1) ? 'below_cents' : undefined;
    case 'zone':
      return rule.zone_id ? undefined : 'zone_id';
    case 'time_window':
      if ((rule.weekdays ?? []).length === 0) return 'weekdays';
      return rule.starts_at ? (rule.ends_at ? undefined : 'ends_at') : 'starts_at';
    case 'weather':
      return /^[a-z_]{2,30}$/.test(rule.condition ?? '') ? undefined : 'condition';
    case 'weight':
      return isCount(rule.over_grams) ? undefined : 'over_grams';
  }
}
