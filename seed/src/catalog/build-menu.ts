import type { Random } from '../random.ts';
import { stableUuid } from '../stable-uuid.ts';
import type { MenuSection, Modifier, ModifierGroup, Product, Translations } from '../town.ts';
import type { OptionGroupSpec } from './option-group.ts';
import { optionGroups } from './option-groups.ts';
import type { MenuItem, MenuSectionSpec } from './parse-menu.ts';

export type MenuRows = {
  sections: MenuSection[];
  products: Product[];
  modifierGroups: ModifierGroup[];
  modifiers: Modifier[];
};
export type MenuOptions = {
  slug: string;
  storeKey: string;
  storeId: string;
  menu: readonly MenuSectionSpec[];
  /** Base texts in Chinese with English beside, or in the town's language with English and Chinese beside. */
  base: 'zh' | 'local';
  countedShare: number;
  random: Random;
};

const productRange = { least: 12, most: 40 };

/** One store's menu: its pick of the kind's items, its own prices within a tenth, and their choices. */
export function buildMenu({
  slug,
  storeKey,
  storeId,
  menu,
  base,
  countedShare,
  random,
}: MenuOptions): MenuRows {
  const rows: MenuRows = { sections: [], products: [], modifierGroups: [], modifiers: [] };
  const level = random.range(0.94, 1.08);
  choose(menu, random).forEach((section, at) => {
    const sectionId = stableUuid(slug, storeKey, 'sections', section.name);
    rows.sections.push({ id: sectionId, storeId, ...texts(section, base), sortOrder: (at + 1) * 10 });
    for (const item of section.items) {
      const id = stableUuid(slug, storeKey, 'products', section.name, item.name);
      const priceCents = price(item.priceCents * level, item.priceCents);
      rows.products.push({
        id,
        storeId,
        sectionId,
        ...texts(item, base),
        description: item.description,
        priceCents,
        originalPriceCents: random.chance(0.12) ? price(priceCents * 1.25, item.priceCents) + 100 : null,
        monthlySalesCount: Math.round((item.isSignature ? 260 : 45) * random.range(0.4, 1.9)),
        sortOrder: (rows.products.length + 1) * 10,
        stockCount: random.chance(countedShare) ? random.int(12, 160) : null,
      });
      item.groups.forEach((key, order) => addGroup(rows, id, optionGroups[key], order, base));
    }
  });
  return rows;
}

/** All signatures and most of the rest, between 12 and 40 products, no empty section. */
function choose(menu: readonly MenuSectionSpec[], random: Random): MenuSectionSpec[] {
  const total = menu.reduce((sum, section) => sum + section.items.length, 0);
  let spare = Math.max(0, Math.min(Math.round(total * 0.12), total - productRange.least));
  if (total - spare > productRange.most) spare = total - productRange.most;
  const dropped = new Set<MenuItem>();
  for (const section of random.shuffle(menu.flatMap(({ items }) => items.map((item) => ({ item, items }))))) {
    if (dropped.size === spare) break;
    const left = section.items.filter((item) => !dropped.has(item)).length;
    if (!section.item.isSignature && left > 2) dropped.add(section.item);
  }
  return menu.map((section) => ({ ...section, items: section.items.filter((item) => !dropped.has(item)) }));
}

/** A price as people write one: halves below 10, whole units above, and what ended in .9 still does. */
function price(cents: number, base: number): number {
  if (base < 300) return Math.max(100, Math.round(cents / 50) * 50);
  if (base % 100 !== 0 && base % 50 !== 0) return Math.floor(cents / 100) * 100 + (base % 100);
  return base < 1000 ? Math.round(cents / 50) * 50 : Math.round(cents / 100) * 100;
}

function texts(
  named: { name: string; english: string; other: string },
  base: 'zh' | 'local',
): { name: string; translations: Translations } {
  const english = { en: { name: named.english } };
  return {
    name: named.name,
    translations: base === 'zh' ? english : { ...english, 'zh-CN': { name: named.other } },
  };
}

function addGroup(
  rows: MenuRows,
  productId: string,
  spec: OptionGroupSpec,
  order: number,
  base: 'zh' | 'local',
): void {
  const groupId = stableUuid(productId, spec.name);
  const inBase = (name: string, english: string, french: string | undefined) =>
    texts(
      base === 'zh' ? { name, english, other: '' } : { name: french ?? english, english, other: name },
      base,
    );
  rows.modifierGroups.push({
    id: groupId,
    productId,
    ...inBase(spec.name, spec.english, spec.french),
    minCount: spec.min,
    maxCount: spec.max,
    sortOrder: (order + 1) * 10,
  });
  spec.options.forEach(([name, english, priceCents = 0, french], at) => {
    rows.modifiers.push({
      id: stableUuid(groupId, name),
      groupId,
      ...inBase(name, english, french),
      priceCents,
      sortOrder: (at + 1) * 10,
    });
  });
}
