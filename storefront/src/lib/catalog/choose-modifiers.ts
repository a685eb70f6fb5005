import type { MenuProduct, ModifierGroup } from './types.ts';

/** The choice a product opens with: the first option of every group that wants exactly one. */
export function initialChoice(groups: readonly ModifierGroup[]): string[] {
  return groups.flatMap((group) => {
    const first = group.modifiers.find((modifier) => modifier.is_available);
    return group.min_count === 1 && group.max_count === 1 && first ? [first.id] : [];
  });
}

/** The choice after a tap on an option. A group of one replaces; a full group of several stays as it is. */
export function toggleModifier(
  group: ModifierGroup,
  chosen: readonly string[],
  modifierId: string,
): string[] {
  const own = new Set(group.modifiers.map((modifier) => modifier.id));
  const inGroup = chosen.filter((id) => own.has(id));
  const others = chosen.filter((id) => !own.has(id));
  if (inGroup.includes(modifierId)) {
    const isOnlyRequired = group.max_count === 1 && group.min_count === 1;
    return isOnlyRequired ? [...chosen] : [...others, ...inGroup.filter((id) => id !== modifierId)];
  }
  if (group.max_count === 1) return [...others, modifierId];
  return inGroup.length < group.max_count ? [...chosen, modifierId] : [...chosen];
}

/** The first group that has fewer options chosen than it asks for. */
export function unfinishedGroup(
  groups: readonly ModifierGroup[],
  chosen: readonly string[],
): ModifierGroup | undefined {
  return groups.find(
    (group) => group.modifiers.filter((modifier) => chosen.includes(modifier.id)).length < group.min_count,
  );
}

/** Price of one piece with the chosen options, in minor units. */
export function unitPriceCents(
  product: Pick<MenuProduct, 'price_cents' | 'modifier_groups'>,
  chosen: readonly string[],
): number {
  const modifiers = product.modifier_groups.flatMap((group) => group.modifiers);
  return modifiers.reduce(
    (sum, modifier) => (chosen.includes(modifier.id) ? sum + modifier.price_cents : sum),
    product.price_cents,
  );
}
