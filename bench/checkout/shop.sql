-- A store with 120 counted dishes, a spend-and-save for everyone, and 30,000 buyers with an address and a coupon each.
-- Ids are made of a kind and a number, so that a buyer's rows are known without asking.
create function tests.bench_id(p_kind int, p_number int)
returns uuid
language sql
immutable
as $$ select (lpad(to_hex(p_kind), 8, '0') || '-0000-4000-8000-' || lpad(to_hex(p_number), 12, '0'))::uuid $$;

insert into public.products (id, store_id, section_id, name, price_cents)
select tests.bench_id(1, n), tests.person('store'), tests.person('section'), '菜' || n, 1500 + n
from generate_series(0, 119) n;
insert into public.modifier_groups (id, product_id, name, min_count, max_count)
select tests.bench_id(5, n), tests.bench_id(1, n), '辣度', 1, 1 from generate_series(0, 119) n;
insert into public.modifiers (id, group_id, name, price_cents)
select tests.bench_id(6, n), tests.bench_id(5, n), '微辣', 100 from generate_series(0, 119) n;
insert into public.stock_items (product_id, on_hand_count) select tests.bench_id(1, n), 10000000 from generate_series(0, 119) n;

insert into auth.users (id, email) select tests.bench_id(2, n), 'bench-' || n || '@test.linli' from generate_series(0, 29999) n;
insert into public.addresses (id, user_id, contact_name, contact_phone, street, lon, lat)
select tests.bench_id(3, n), tests.bench_id(2, n), '买家', '13812345678', '中山路 2 号', 120.158, 30.274
from generate_series(0, 29999) n;
insert into public.promotions (id, city_id, kind, name, effect, cost_bearer, status)
select tests.bench_id(7, 0), tests.person('city'), 'coupon', '三元券',
  '{"distribution": "issue", "amount_cents": 300, "min_cents": 1000, "valid_days": 30}', 'platform', 'published';
insert into public.coupons (id, promotion_id, customer_id, source, expires_at)
select tests.bench_id(4, n), tests.bench_id(7, 0), tests.bench_id(2, n), 'issue', now() + interval '30 days'
from generate_series(0, 29999) n;
update public.settings set schema = '{"type": "integer"}', value = '1000000' where key in ('order.quotes_per_minute', 'order.max_unpaid');
analyze;
