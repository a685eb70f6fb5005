import type { Enums } from '@linli/database';
import { cleanTranslations } from '../clean-translations.ts';

/** A rule of a plan while it is edited; amounts are minor units, shares hundredths of a percent. */
export type CommissionRule = {
  id?: string;
  name: string;
  category_id: string | null;
  fulfillment_type: Enums<'fulfillment_type'> | null;
  promotion_id: string | null;
  percent_bps: number | null;
  fixed_cents: number | null;
  minimum_cents: number | null;
  maximum_cents: number | null;
  is_active: boolean;
};
export type PlanDraft = {
  name: string;
  translations: Record<string, Record<string, string>>;
  is_default: boolean;
  is_active: boolean;
  rules: CommissionRule[];
};

/** A new rule, which fits everything. */
export function newCommissionRule(): CommissionRule {
  return {
    name: '',
    category_id: null,
    fulfillment_type: null,
    promotion_id: null,
    percent_bps: 1500,
    fixed_cents: 0,
    minimum_cents: 0,
    maximum_cents: null,
    is_active: true,
  };
}

/** A plan as `save_commission_plan` takes it. */
export function writtenPlan(draft: PlanDraft) {
  return {
    name: draft.name.trim(),
    translations: cleanTranslations(draft.translations),
    is_default: draft.is_default,
    is_active: draft.is_active,
    rules: draft.rules.map((rule) => ({
      ...rule,
      percent_bps: rule.percent_bps ?? 0,
      fixed_cents: rule.fixed_cents ?? 0,
      minimum_cents: rule.minimum_cents ?? 0,
    })),
  };
}

export type PlanFault = 'percent' | 'maximum';

/** What is wrong with a rule; `undefined` when it can be saved. */
export function ruleFault(rule: CommissionRule): PlanFault | undefined {
  const share = rule.percent_bps ?? 0;
  if (share < 0 || share > 10_000) return 'percent';
  return rule.maximum_cents !== null && rule.maximum_cents < (rule.minimum_cents ?? 0)
    ? 'maximum'
    : undefined;
}

/** Rules that no line can reach: one before them fits everything that they fit. */
export function unreachableRules(rules: readonly CommissionRule[]): boolean[] {
  const covers = (wide: CommissionRule, narrow: CommissionRule): boolean =>
    wide.is_active &&
    (wide.category_id === null || wide.category_id === narrow.category_id) &&
    (wide.fulfillment_type === null || wide.fulfillment_type === narrow.fulfillment_type) &&
    (wide.promotion_id === null || wide.promotion_id === narrow.promotion_id);
  return rules.map((rule, place) => rules.slice(0, place).some((before) => covers(before, rule)));
}
