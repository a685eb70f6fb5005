-- $COUNT orders of one town with 1,000 stores and 20,000 customers over 90 days, the last $OPEN of them not ended, written straight into the tables:
-- the lists under measurement read orders, order_items and stores only. Foreign keys are taken away, so quotes are left out.
do $$
declare
  v_key record;
begin
  for v_key in
    select conrelid::regclass as name, conname from pg_constraint
    where contype = 'f' and conrelid in ('public.orders'::regclass, 'public.order_items'::regclass)
  loop
    execute format('alter table %s drop constraint %I', v_key.name, v_key.conname);
  end loop;
end;
$$;
alter table public.orders disable trigger user;
alter table public.stores disable trigger user;
insert into public.stores (id, merchant_id, city_id, category_id, name, lon, lat, is_published)
select tests.person('store-' || n), tests.person('merchant'), tests.person('city'), tests.person('category'), '店' || n, 120.15, 30.27, true
from generate_series(1, 999) n;
insert into public.orders (
  id, number, customer_id, merchant_id, store_id, city_id, quote_id, fulfillment_type, status, currency, subtotal_cents,
  packaging_fee_cents, delivery_fee_cents, discount_cents, tip_cents, total_cents, phone_suffix, placed_at, created_at, updated_at)
select gen_random_uuid(), lpad(n::text, 12, '0'), o.customer_id, tests.person('merchant'), o.store_id, tests.person('city'),
  gen_random_uuid(), 'delivery', o.status, 'CNY', 3000, 100, 400, 0, 0, 3500, lpad((n::bigint * 7919 % 10000)::text, 4, '0'),
  o.created_at, o.created_at, o.created_at
from generate_series(1, $COUNT) n
cross join lateral (
  select
    case when n % 1000 = 0 then tests.person('store')
      else extensions.uuid_generate_v5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'linli-test:store-' || n % 1000) end as store_id,
    md5('customer' || n * 31 % 20000)::uuid as customer_id,
    now() - interval '90 days' * (($COUNT - n)::double precision / $COUNT) as created_at,
    (case
      when n > $COUNT - $OPEN then (array['placed', 'accepted', 'preparing', 'ready', 'in_delivery'])[1 + n % 5]
      when n % 100 < 3 then 'cancelled'
      when n % 1000 = 999 then 'rejected'
      when n % 100 = 50 then 'expired'
      else 'completed' end)::public.order_status as status
) o;
insert into public.order_items (order_id, line_number, name, quantity, unit_price_cents, total_cents)
select id, 1, '牛肉面', 1, 3000, 3000 from public.orders;
analyze public.orders, public.order_items, public.stores;
