import { newDraft, type PromotionDraft, type PromotionKind } from './draft.ts';

export type Preset = PromotionKind | 'member_tier' | 'member_day';

/** Ways to begin, in the order in which they are offered; the last two are conditions that people ask for by name. */
export const presets: readonly Preset[] = [
  'spend_and_save',
  'item_discount',
  'flash_sale',
  'coupon',
  'delivery_discount',
  'points',
  'member_tier',
  'member_day',
];

/** A new promotion from a preset. */
export function draftOfPreset(preset: Preset, storeId: string | null, now: string): PromotionDraft {
  if (preset === 'member_tier')
    return {
      ...newDraft('item_discount', storeId, now),
      conditions: { '>=': [{ var: 'customer.tier_level' }, 1] },
    };
  if (preset === 'member_day')
    return { ...newDraft('item_discount', storeId, now), conditions: { var: 'now.is_member_day' } };
  return newDraft(preset, storeId, now);
}
