import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoMenu, demoMenuKeys } from '../src/catalog/menus/index.ts';
import { rivieraMenu, rivieraMenuKeys } from '../src/catalog/menus/riviera.ts';
import { parseMenu } from '../src/catalog/parse-menu.ts';
import { buildDemoTown } from '../src/demo/build-demo-town.ts';
import type { Town } from '../src/town.ts';

/** What every town's catalog must hold; the database checks the same. */
function assertSaneCatalog(town: Town): void {
  const ids = [
    town.stores,
    town.sections,
    town.products,
    town.modifierGroups,
    town.modifiers,
    town.storeHours,
    town.promotions,
    town.merchants,
  ].flatMap((rows) => rows.map((row) => row.id));
  assert.equal(new Set(ids).size, ids.length, 'ids are unique');
  const sections = new Map(town.sections.map((section) => [section.id, section.storeId]));
  for (const store of town.stores) {
    const products = town.products.filter((product) => product.storeId === store.id);
    assert.ok(products.length >= 12 && products.length <= 40, `${store.name} sells ${products.length}`);
    const used = new Set(products.map((product) => product.sectionId));
    assert.ok(used.size >= 3 && used.size <= 6, `${store.name} has ${used.size} sections`);
  }
  for (const product of town.products) {
    assert.equal(sections.get(product.sectionId), product.storeId);
    assert.ok(Number.isInteger(product.priceCents) && product.priceCents > 0, product.name);
    assert.ok(
      product.originalPriceCents === null || product.originalPriceCents > product.priceCents,
      product.name,
    );
    assert.ok((product.translations.en?.name ?? '') !== '', product.name);
  }
  const options = Map.groupBy(town.modifiers, (modifier) => modifier.groupId);
  for (const group of town.modifierGroups) {
    const count = options.get(group.id)?.length ?? 0;
    assert.ok(group.minCount <= group.maxCount && group.maxCount >= 1 && group.minCount <= count, group.name);
  }
  for (const { kind, tiers } of town.promotions) {
    assert.ok(tiers.length > 0 && tiers.every((tier) => tier.discount_cents > 0));
    if (kind === 'spend_and_save') assert.ok(tiers.every((tier) => tier.discount_cents <= tier.min_cents));
  }
}

test('the demo town has a sane catalog', () => assertSaneCatalog(buildDemoTown()));

test('every menu parses, with unique names in a section and prices that people would pay', () => {
  for (const [key, menu] of [
    ...demoMenuKeys.map((key) => [key, demoMenu(key)] as const),
    ...rivieraMenuKeys.map((key) => [key, rivieraMenu(key)] as const),
  ]) {
    assert.ok(menu.length >= 3 && menu.length <= 6, key);
    assert.ok(
      menu.some((section) => section.items.some((item) => item.isSignature)),
      key,
    );
    for (const section of menu) {
      const names = section.items.map((item) => item.name);
      assert.equal(new Set(names).size, names.length, `${key} ${section.name}`);
      assert.ok(
        section.items.every((item) => item.priceCents >= 100 && item.priceCents <= 200_000),
        `${key} ${section.name}`,
      );
    }
  }
});

test('a bad menu line names itself', () => {
  assert.throws(() => parseMenu('# 面|Noodles\n牛肉面|Beef noodles|free'), /牛肉面\|Beef noodles\|free/);
  assert.throws(() => parseMenu('牛肉面|Beef noodles|18'), SyntaxError);
  assert.throws(() => parseMenu('# 面|Noodles\n牛肉面|Beef noodles|18|nosuch'), SyntaxError);
});
