import type { Category, Town } from '../town.ts';
import { stableUuid } from '../stable-uuid.ts';
import { geoJson } from './json-rows.ts';
import type { Statement } from './map-statements.ts';

/** Categories, merchants, stores, their hours and promotions. What people edit later is not overwritten. */
export const storeStatements: readonly Statement[] = [
  ...[true, false].map((isRoot): Statement => ({
    label: isRoot ? 'categories' : 'sub-categories',
    sql: `
      insert into public.categories (id, parent_id, slug, name, translations, icon, sort_order)
      select id, parent_id, slug, name, translations, icon, sort_order
      from jsonb_to_recordset($1) as r (id uuid, parent_id uuid, slug text, name text, translations jsonb,
        icon text, sort_order int)
      on conflict do nothing`,
    rows: ({ categories }) =>
      categories.filter((category) => (category.parentId === null) === isRoot).map(categoryRow),
  })),
  {
    label: 'merchants',
    sql: `
      insert into public.merchants (id, name, legal_name)
      select id, name, legal_name
      from jsonb_to_recordset($1) as r (id uuid, name text, legal_name text)
      on conflict (id) do update set name = excluded.name, legal_name = excluded.legal_name`,
    rows: ({ merchants }) =>
      merchants.map((merchant) => ({
        id: merchant.id,
        name: merchant.name,
        legal_name: merchant.legalName,
      })),
  },
  {
    label: 'commission plans',
    sql: `
      with plan as (
        insert into public.commission_plans (id, name)
        select id, name from jsonb_to_recordset($1) as r (id uuid, name text)
        on conflict do nothing
      )
      insert into public.commission_rules (id, plan_id, percent_bps)
      select rule_id, id, percent_bps from jsonb_to_recordset($1) as r (id uuid, rule_id uuid, percent_bps int)
      on conflict do nothing`,
    rows: ({ merchants }) =>
      [...new Set(merchants.map((merchant) => merchant.commissionBps))].map((bps) => ({
        id: planId(bps),
        rule_id: stableUuid('commission-rules', bps),
        name: `佣金 ${bps / 100}%`,
        percent_bps: bps,
      })),
  },
  {
    label: 'merchant contracts',
    sql: `
      insert into public.merchant_contracts (id, merchant_id, plan_id, starts_on)
      select id, merchant_id, plan_id, current_date - 1 from jsonb_to_recordset($1) as r (id uuid, merchant_id uuid, plan_id uuid)
      on conflict do nothing`,
    rows: ({ merchants }) =>
      merchants.map((merchant) => ({
        id: stableUuid('merchant-contracts', merchant.id),
        merchant_id: merchant.id,
        plan_id: planId(merchant.commissionBps),
      })),
  },
  {
    label: 'stores',
    sql: `
      insert into public.stores (id, merchant_id, city_id, category_id, name, translations, description, phone, street,
        lon, lat, delivery_area, is_published, preparation_minutes, minimum_order_cents, packaging_fee_cents,
        rating_average, rating_count, monthly_sales_count)
      select id, merchant_id, city_id, category_id, name, translations, description, phone, street, lon, lat,
        extensions.st_multi(extensions.st_setsrid(extensions.st_geomfromgeojson(r.delivery_area), 4326)), true,
        preparation_minutes, minimum_order_cents, packaging_fee_cents, rating_average, rating_count, monthly_sales_count
      from jsonb_to_recordset($1) as r (id uuid, merchant_id uuid, city_id uuid, category_id uuid, name text,
        translations jsonb, description text, phone text, street text, lon float8, lat float8, delivery_area text,
        preparation_minutes int, minimum_order_cents bigint, packaging_fee_cents bigint, rating_average numeric,
        rating_count int, monthly_sales_count int)
      on conflict (id) do update set name = excluded.name, translations = excluded.translations,
        description = excluded.description, street = excluded.street, lon = excluded.lon, lat = excluded.lat,
        delivery_area = excluded.delivery_area`,
    rows: ({ stores, city }) =>
      stores.map((store) => ({
        id: store.id,
        merchant_id: store.merchantId,
        city_id: city.id,
        category_id: store.categoryId,
        name: store.name,
        translations: store.translations,
        description: store.description,
        phone: store.phone,
        street: store.street,
        lon: store.lon,
        lat: store.lat,
        delivery_area: geoJson.multiPolygon(store.deliveryArea),
        preparation_minutes: store.preparationMinutes,
        minimum_order_cents: store.minimumOrderCents,
        packaging_fee_cents: store.packagingFeeCents,
        rating_average: store.ratingAverage,
        rating_count: store.ratingCount,
        monthly_sales_count: store.monthlySalesCount,
      })),
  },
  {
    label: 'hours',
    sql: `
      insert into public.store_hours (id, store_id, weekday, opens_at, closes_at)
      select id, store_id, weekday, opens_at, closes_at
      from jsonb_to_recordset($1) as r (id uuid, store_id uuid, weekday int, opens_at time, closes_at time)
      on conflict do nothing`,
    rows: ({ storeHours }) =>
      storeHours.map((hours) => ({
        id: hours.id,
        store_id: hours.storeId,
        weekday: hours.weekday,
        opens_at: hours.opensAt,
        closes_at: hours.closesAt,
      })),
  },
  {
    label: 'promotions',
    sql: `
      insert into public.promotions (id, city_id, store_id, kind, name, translations, tiers, cost_bearer, priority,
        starts_at, status)
      select id, city_id, store_id, kind::public.promotion_kind, name, translations, tiers,
        cost_bearer::public.cost_bearer, priority, '2026-01-01', 'published'
      from jsonb_to_recordset($1) as r (id uuid, city_id uuid, store_id uuid, kind text, name text,
        translations jsonb, tiers jsonb, cost_bearer text, priority int)
      on conflict do nothing`,
    rows: ({ promotions, city }: Town) =>
      promotions.map((promotion) => ({
        id: promotion.id,
        city_id: city.id,
        store_id: promotion.storeId,
        kind: promotion.kind,
        name: promotion.name,
        translations: promotion.translations,
        tiers: promotion.tiers,
        cost_bearer: promotion.costBearer,
        priority: promotion.priority,
      })),
  },
];

function categoryRow(category: Category): object {
  return {
    id: category.id,
    parent_id: category.parentId,
    slug: category.slug,
    name: category.name,
    translations: category.translations,
    icon: category.icon,
    sort_order: category.sortOrder,
  };
}

function planId(bps: number): string {
  return stableUuid('commission-plans', bps);
}
