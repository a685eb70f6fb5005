import { checkTiers } from '../tiers.ts';
import type { EffectDraft, PromotionDraft } from './draft.ts';

export type DraftField =
  | 'name'
  | 'store_id'
  | 'amount'
  | 'max_discount_cents'
  | 'min_cents'
  | 'items'
  | 'tiers'
  | 'points_price'
  | 'valid_days'
  | 'earn_bps'
  | 'share'
  | 'stack_group'
  | 'starts_at'
  | 'ends_at'
  | 'windows';
export type DraftProblem =
  'required' | 'amount' | 'share' | 'tiers' | 'items' | 'order' | 'format' | 'windows';

/** What the database would refuse, by the field that it is about; empty when the draft can be saved. */
export function checkDraft(draft: PromotionDraft): Partial<Record<DraftField, DraftProblem>> {
  const found: Partial<Record<DraftField, DraftProblem>> = {};
  const note = (field: DraftField, problem: DraftProblem, isWrong: boolean): void => {
    if (isWrong) found[field] = problem;
  };
  const { effect, kind } = draft;
  note('name', 'required', draft.name.trim() === '' || draft.name.length > 60);
  note('starts_at', 'required', draft.starts_at === null);
  note(
    'ends_at',
    'order',
    draft.ends_at !== null &&
      draft.starts_at !== null &&
      Date.parse(draft.ends_at) <= Date.parse(draft.starts_at),
  );
  note(
    'windows',
    'windows',
    draft.windows.length > 20 ||
      draft.windows.some(({ weekdays, from, to }) => weekdays.length === 0 || from === '' || to === ''),
  );
  note(
    'stack_group',
    'format',
    Boolean(draft.stack_group) && !/^[a-z][a-z0-9_]{0,39}$/.test(draft.stack_group ?? ''),
  );
  note('share', 'share', draft.cost_bearer === 'shared' && !isBetween(draft.merchant_share_bps, 1, 9999));
  if (kind === 'spend_and_save' || kind === 'delivery_discount')
    note('tiers', 'tiers', checkTiers(kind, draft.tiers).length > 0);
  if (kind === 'item_discount' || kind === 'coupon') note('amount', 'amount', !hasAmount(effect));
  if (kind === 'flash_sale') {
    const items = effect.items ?? [];
    const ids = items.map(({ product_id }) => product_id);
    note(
      'items',
      'items',
      items.length === 0 ||
        new Set(ids).size < ids.length ||
        items.some(
          ({ product_id, price_cents, stock_count }) =>
            product_id === undefined ||
            !isBetween(price_cents, 0, 999_999_999) ||
            !isBetween(stock_count, 1, 9_999_999),
        ),
    );
  }
  if (kind === 'coupon') {
    note(
      'points_price',
      'required',
      effect.distribution === 'exchange' && !isBetween(effect.points_price, 1, 999_999_999),
    );
  }
  if (kind === 'points') note('earn_bps', 'amount', !isBetween(effect.earn_bps, 1, 100_000));
  return found;
}

function isBetween(value: number | null | undefined, min: number, max: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
}

/** Exactly one way to discount, with a value. */
function hasAmount({ percent_bps, amount_cents, price_cents }: EffectDraft): boolean {
  const given = [percent_bps, amount_cents, price_cents].filter(
    (value) => value !== undefined && value !== null,
  );
  if (given.length !== 1) return false;
  if (percent_bps !== undefined && percent_bps !== null) return isBetween(percent_bps, 1, 10_000);
  if (amount_cents !== undefined && amount_cents !== null) return isBetween(amount_cents, 1, 999_999_999);
  return isBetween(price_cents, 0, 999_999_999);
}

/** The field of the form that an answer of the database is about. */
export function fieldOfError(key: string, detail: Record<string, unknown>): DraftField | undefined {
  if (key === 'promotion.tiers_invalid') return 'tiers';
  if (key === 'promotion.windows_invalid') return 'windows';
  if (key === 'promotion.store_of_other_city') return 'store_id';
  if (key !== 'promotion.effect_invalid') return undefined;
  const field = String(detail['field']);
  const known: DraftField[] = [
    'amount',
    'items',
    'points_price',
    'max_discount_cents',
    'min_cents',
    'valid_days',
    'earn_bps',
  ];
  return known.find((one) => one === field);
}
