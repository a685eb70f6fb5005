import type { SimDatabase } from './sim-database.ts';

/** The people of the simulation by their ids. */
export interface Crew {
  ops: string;
  /** Works in every store. */
  staff: string;
  riders: string[];
  customers: string[];
  /** Stores that deliver, each with products that need no choice. */
  stores: { id: string; lon: number; lat: number; minutes: number; products: string[] }[];
  zones: string[];
}

/** Signs up riders, customers with an address near stores, ops and staff in the one city of the database. */
export async function makeCrew(db: SimDatabase, riderCount: number, customerCount: number): Promise<Crew> {
  await db.call(
    'postgres',
    `with made as (
       insert into auth.users (id, email)
       select extensions.uuid_generate_v5(extensions.uuid_ns_url(), 'sim-' || who), who || '@sim.linli'
       from (select 'ops' as who union all select 'staff'
         union all select 'rider-' || n from generate_series(1, $1::int) n
         union all select 'customer-' || n from generate_series(1, $2::int) n) w
       returning 1)
     select count(*) from made`,
    riderCount,
    customerCount,
  );
  const id = `extensions.uuid_generate_v5(extensions.uuid_ns_url(), 'sim-`;
  await db.call(
    'postgres',
    `with o as (insert into public.ops_members (user_id, role) values (${id}ops'), 'admin') returning 1),
       m as (insert into public.merchant_members (merchant_id, user_id, store_id, role)
         select id, ${id}staff'), null, 'manager' from public.merchants returning 1),
       r as (insert into public.riders (id, city_id, display_name)
         select ${id}rider-' || n), c.id, '骑手' || n from public.cities c, generate_series(1, $1::int) n returning 1),
       h as (update public.stores set preparation_minutes = least(preparation_minutes, 15) returning 1),
       a as (insert into public.addresses (id, user_id, contact_name, contact_phone, street, lon, lat)
         select extensions.uuid_generate_v5(${id}customer-' || n), 'home'), ${id}customer-' || n), '顾客', '13812345678',
           '中山路 ' || n || ' 号', extensions.st_x(p.geom), extensions.st_y(p.geom)
         from generate_series(1, $2::int) n
         cross join lateral (
           -- At a crossing near some store: somebody delivers there.
           select k.geom from private.road_nodes k, (
             select location::extensions.geometry as at from public.stores
             where is_published order by md5(id::text || n) limit 1) s
           where extensions.st_dwithin(k.geom, s.at, 0.012) order by md5(k.id::text || n) limit 1) p returning 1)
     select (select count(*) from a)`,
    riderCount,
    customerCount,
  );
  // Every hour is opening time.
  await db.call('postgres', `delete from public.store_hour_exceptions`);
  await db.call('postgres', `delete from public.store_hours`);
  await db.call(
    'postgres',
    `insert into public.store_hours (store_id, weekday, opens_at, closes_at)
     select s.id, d, '00:00', '00:00' from public.stores s, generate_series(0, 6) d`,
  );
  const stores = await db.rows<Crew['stores'][number]>(
    `select s.id, s.lon, s.lat, s.preparation_minutes as minutes, p.products
     from public.stores s
     cross join lateral (
       select jsonb_agg(p.id order by p.price_cents desc, p.id) as products
       from public.products p
       where p.store_id = s.id and p.is_available and p.kind = 'goods'
         and not exists (select 1 from public.modifier_groups g where g.product_id = p.id)
         and not exists (select 1 from public.product_variants v where v.product_id = p.id)
         and not exists (select 1 from public.stock_items i where i.product_id = p.id)) p
     where s.is_published and jsonb_array_length(p.products) > 0
     order by s.id`,
  );
  const people = await db.rows<{ id: string; email: string }>(
    `select id, email from auth.users where email like '%@sim.linli' order by email`,
  );
  const named = (prefix: string): string[] =>
    people.filter(({ email }) => email.startsWith(prefix)).map((one) => one.id);
  const zones = await db.rows<{ id: string }>(`select id from public.zones order by id`);
  return {
    ops: named('ops@')[0] ?? '',
    staff: named('staff@')[0] ?? '',
    riders: named('rider-'),
    customers: named('customer-'),
    stores,
    zones: zones.map((zone) => zone.id),
  };
}
