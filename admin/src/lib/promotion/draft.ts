import type { Enums, Tables } from '@linli/database';
import { cleanTranslations } from '../clean-translations.ts';
import { readTiers, sortTiers, type Tier, type TierDraft } from '../tiers.ts';

export type PromotionKind = Enums<'promotion_kind'>;
export type Targets = { product_ids?: string[]; section_ids?: string[]; category_ids?: string[] };
export type FlashItem = { product_id?: string; price_cents?: number | null; stock_count?: number | null };
export type Window = { weekdays: number[]; from: string; to: string };

/** The `effect` column while it is edited; amounts are minor units, shares hundredths of a percent. */
export type EffectDraft = {
  percent_bps?: number | null;
  amount_cents?: number | null;
  price_cents?: number | null;
  targets?: Targets;
  max_quantity?: number | null;
  max_discount_cents?: number | null;
  items?: FlashItem[];
  distribution?: 'claim' | 'issue' | 'first_order' | 'code' | 'exchange';
  min_cents?: number | null;
  scope?: 'goods' | 'delivery';
  valid_days?: number | null;
  issue_count?: number | null;
  customer_count?: number | null;
  points_price?: number | null;
  earn_bps?: number | null;
};

/** A promotion while it is edited. `conditions` is JsonLogic. */
export type PromotionDraft = {
  kind: PromotionKind;
  name: string;
  translations: Record<string, Record<string, string>>;
  store_id: string | null;
  is_for_enrolled: boolean;
  is_enrolment_open: boolean;
  enrolment_share_bps: number | null;
  conditions: unknown;
  effect: EffectDraft;
  tiers: TierDraft[];
  cost_bearer: Enums<'cost_bearer'>;
  merchant_share_bps: number | null;
  priority: number | null;
  stack_group: string | null;
  excludes: string[];
  starts_at: string | null;
  ends_at: string | null;
  windows: Window[];
  budget_cents: number | null;
  usage_cap: number | null;
  customer_cap: number | null;
};

/** A new promotion of a kind; a store's own is paid by the store. */
export function newDraft(kind: PromotionKind, storeId: string | null, now: string): PromotionDraft {
  const effects: Partial<Record<PromotionKind, EffectDraft>> = {
    item_discount: { percent_bps: 1000 },
    flash_sale: { items: [{}] },
    coupon: { distribution: 'claim', amount_cents: null, valid_days: 30, customer_count: 1 },
    points: { earn_bps: 100 },
  };
  return {
    kind,
    name: '',
    translations: {},
    store_id: storeId,
    is_for_enrolled: false,
    is_enrolment_open: false,
    enrolment_share_bps: 10_000,
    conditions: true,
    effect: effects[kind] ?? {},
    tiers: kind === 'spend_and_save' || kind === 'delivery_discount' ? [{}] : [],
    cost_bearer: storeId === null ? 'platform' : 'merchant',
    merchant_share_bps: 0,
    priority: 100,
    stack_group: null,
    excludes: [],
    starts_at: now,
    ends_at: null,
    windows: [],
    budget_cents: null,
    usage_cap: null,
    customer_cap: null,
  };
}

/** A stored promotion, or a content of its history, as a draft. */
export function draftOf(
  row: Omit<Tables<'promotions'>, 'id' | 'created_at' | 'updated_at' | 'version'>,
): PromotionDraft {
  return {
    kind: row.kind,
    name: row.name,
    translations: cleanTranslations(row.translations),
    store_id: row.store_id,
    is_for_enrolled: row.is_for_enrolled,
    is_enrolment_open: row.is_enrolment_open,
    enrolment_share_bps: row.enrolment_share_bps,
    conditions: row.conditions,
    effect: row.effect as EffectDraft,
    tiers: sortTiers(readTiers(row.tiers)),
    cost_bearer: row.cost_bearer,
    merchant_share_bps: row.merchant_share_bps,
    priority: row.priority,
    stack_group: row.stack_group,
    excludes: row.excludes,
    starts_at: row.starts_at,
    ends_at: row.ends_at,
    windows: row.windows as unknown as Window[],
    budget_cents: row.budget_cents,
    usage_cap: row.usage_cap,
    customer_cap: row.customer_cap,
  };
}

/** What may be changed of a saved promotion, as it is stored. */
export function changeableOf(draft: PromotionDraft) {
  return {
    name: draft.name.trim(),
    translations: cleanTranslations(draft.translations),
    conditions: draft.conditions,
    effect: cleanEffect(draft.effect),
    tiers: sortTiers(draft.tiers as Tier[]).map(({ min_cents, discount_cents }) => ({
      min_cents,
      discount_cents,
    })),
    priority: draft.priority ?? 100,
    stack_group: draft.stack_group || null,
    excludes: draft.excludes,
    starts_at: draft.starts_at ?? new Date().toISOString(),
    ends_at: draft.ends_at,
    windows: draft.windows,
    budget_cents: draft.budget_cents,
    usage_cap: draft.usage_cap,
    customer_cap: draft.customer_cap,
    is_enrolment_open: draft.is_enrolment_open,
    enrolment_share_bps: draft.enrolment_share_bps ?? 10_000,
  };
}

/** A whole new promotion, as it is stored. */
export function insertOf(draft: PromotionDraft, cityId: string) {
  return {
    ...changeableOf(draft),
    city_id: cityId,
    kind: draft.kind,
    store_id: draft.store_id,
    is_for_enrolled: draft.is_for_enrolled,
    cost_bearer: draft.cost_bearer,
    merchant_share_bps: draft.cost_bearer === 'shared' ? (draft.merchant_share_bps ?? 0) : 0,
  };
}

/** An effect without what was left empty; no target at all is all goods. */
function cleanEffect(effect: EffectDraft): EffectDraft {
  const kept = Object.entries(effect).filter(([, value]) => value !== null && value !== undefined);
  const clean = Object.fromEntries(kept) as EffectDraft;
  if (clean.targets) {
    const targets = Object.fromEntries(Object.entries(clean.targets).filter(([, ids]) => ids.length > 0));
    if (Object.keys(targets).length > 0) clean.targets = targets;
    else delete clean.targets;
  }
  return clean;
}
