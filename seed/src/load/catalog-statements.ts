import type { Statement } from './map-statements.ts';

/** Menus: sections, products, stock, choices. Counted stock is set once and then belongs to the store. */
export const catalogStatements: readonly Statement[] = [
  {
    label: 'menu sections',
    sql: `
      insert into public.menu_sections (id, store_id, name, translations, sort_order)
      select id, store_id, name, translations, sort_order
      from jsonb_to_recordset($1) as r (id uuid, store_id uuid, name text, translations jsonb, sort_order int)
      on conflict (id) do update set name = excluded.name, translations = excluded.translations`,
    rows: ({ sections }) =>
      sections.map((section) => ({
        id: section.id,
        store_id: section.storeId,
        name: section.name,
        translations: section.translations,
        sort_order: section.sortOrder,
      })),
  },
  {
    label: 'products',
    sql: `
      insert into public.products (id, store_id, section_id, name, translations, description, price_cents,
        original_price_cents, monthly_sales_count, sort_order)
      select id, store_id, section_id, name, translations, description, price_cents, original_price_cents,
        monthly_sales_count, sort_order
      from jsonb_to_recordset($1) as r (id uuid, store_id uuid, section_id uuid, name text, translations jsonb,
        description text, price_cents bigint, original_price_cents bigint, monthly_sales_count int, sort_order int)
      on conflict (id) do update set name = excluded.name, translations = excluded.translations,
        description = excluded.description`,
    rows: ({ products }) =>
      products.map((product) => ({
        id: product.id,
        store_id: product.storeId,
        section_id: product.sectionId,
        name: product.name,
        translations: product.translations,
        description: product.description,
        price_cents: product.priceCents,
        original_price_cents: product.originalPriceCents,
        monthly_sales_count: product.monthlySalesCount,
        sort_order: product.sortOrder,
      })),
  },
  {
    label: 'stock',
    sql: `
      insert into public.stock_items (product_id, on_hand_count)
      select product_id, on_hand_count
      from jsonb_to_recordset($1) as r (product_id uuid, on_hand_count int)
      on conflict do nothing`,
    rows: ({ products }) =>
      products
        .filter((product) => product.stockCount !== null)
        .map((product) => ({ product_id: product.id, on_hand_count: product.stockCount })),
  },
  {
    label: 'choices',
    sql: `
      insert into public.modifier_groups (id, product_id, name, translations, min_count, max_count, sort_order)
      select id, product_id, name, translations, min_count, max_count, sort_order
      from jsonb_to_recordset($1) as r (id uuid, product_id uuid, name text, translations jsonb, min_count int,
        max_count int, sort_order int)
      on conflict (id) do update set name = excluded.name, translations = excluded.translations`,
    rows: ({ modifierGroups }) =>
      modifierGroups.map((group) => ({
        id: group.id,
        product_id: group.productId,
        name: group.name,
        translations: group.translations,
        min_count: group.minCount,
        max_count: group.maxCount,
        sort_order: group.sortOrder,
      })),
  },
  {
    label: 'options',
    sql: `
      insert into public.modifiers (id, group_id, name, translations, price_cents, sort_order)
      select id, group_id, name, translations, price_cents, sort_order
      from jsonb_to_recordset($1) as r (id uuid, group_id uuid, name text, translations jsonb, price_cents bigint,
        sort_order int)
      on conflict (id) do update set name = excluded.name, translations = excluded.translations`,
    rows: ({ modifiers }) =>
      modifiers.map((modifier) => ({
        id: modifier.id,
        group_id: modifier.groupId,
        name: modifier.name,
        translations: modifier.translations,
        price_cents: modifier.priceCents,
        sort_order: modifier.sortOrder,
      })),
  },
];
