-- $RIDERS riders at work and $ORDERS orders on their way in the city $CITY, among its own stores and zones.
create temporary table box as
select extensions.st_xmin(e) as x0, extensions.st_ymin(e) as y0, extensions.st_xmax(e) as x1, extensions.st_ymax(e) as y1
from (select extensions.st_extent(z.area) as e from public.zones z where z.city_id = '$CITY' and z.is_active) z;
-- The orders of the crowd come from no quote.
alter table public.orders drop constraint if exists orders_quote_id_fkey;
alter table public.orders disable trigger user;
alter table public.riders disable trigger user;
alter table public.deliveries disable trigger user;
insert into auth.users (id, email) select md5('rider' || n)::uuid, 'rider' || n || '@crowd.linli' from generate_series(1, $RIDERS) n;
insert into public.riders (id, city_id, display_name, status, zone_id, lon, lat, heading, position_at, reported_at)
select md5('rider' || n)::uuid, '$CITY', '骑手' || n, 'online',
  (select z.id from public.zones z where z.city_id = '$CITY' and z.is_active order by z.id limit 1),
  x0 + (x1 - x0) * (n * 0.754877666 - floor(n * 0.754877666)), y0 + (y1 - y0) * (n * 0.569840291 - floor(n * 0.569840291)),
  n * 37 % 360, now(), now()
from generate_series(1, $RIDERS) n, box;
create temporary table chosen as
select gen_random_uuid() as id, n, s.id as store_id, s.merchant_id, s.lon, s.lat
from generate_series(1, $ORDERS) n
join (select row_number() over (order by id) - 1 as place, count(*) over () as all_count, t.* from public.stores t
  where t.city_id = '$CITY' and t.is_published) s on s.place = n % s.all_count;
insert into public.orders (
  id, number, customer_id, merchant_id, store_id, city_id, quote_id, fulfillment_type, status, currency, subtotal_cents,
  packaging_fee_cents, delivery_fee_cents, discount_cents, tip_cents, total_cents, phone_suffix, placed_at, dropoff_expected_at,
  created_at, updated_at)
select c.id, '9' || lpad(c.n::text, 11, '0'), tests.person('customer'), c.merchant_id, c.store_id, '$CITY', gen_random_uuid(), 'delivery',
  (array['placed', 'accepted', 'preparing', 'ready', 'in_delivery'])[1 + c.n % 5]::public.order_status, 'CNY', 3000, 100, 400, 0, 0, 3500,
  lpad(c.n::text, 4, '0'), now() - interval '20 minutes', now() + interval '1 minute' * (c.n % 60 - 15), now() - interval '20 minutes', now()
from chosen c;
insert into private.order_contacts (order_id, contact_name, contact_phone, street, lon, lat)
select c.id, '街坊', '13800000000', '演示路 ' || c.n || ' 号', c.lon + sin(c.n) * 0.008, c.lat + cos(c.n * 3) * 0.006 from chosen c;
insert into public.deliveries (
  order_id, store_id, city_id, rider_id, status, rider_pay_cents, distance_meters, ready_expected_at, dropoff_expected_at)
select c.id, c.store_id, '$CITY', case when c.n % 5 = 4 then md5('rider' || c.n % $RIDERS + 1)::uuid end,
  case when c.n % 5 = 4 then 'picked_up' else 'unassigned' end::public.delivery_status, 500, 1200, now(),
  now() + interval '1 minute' * (c.n % 60 - 15)
from chosen c where c.n % 5 <> 0;
analyze public.riders, public.orders, public.deliveries;
