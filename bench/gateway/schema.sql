create table public.bench_items (
  id int primary key,
  owner_id uuid not null,
  name text not null,
  price_cents bigint not null,
  attributes jsonb not null,
  changed_at timestamptz not null default now()
);
create index bench_items_owner on public.bench_items (owner_id, id);
alter table public.bench_items enable row level security;
grant select on public.bench_items to authenticated;
create policy bench_items_read on public.bench_items for select to authenticated
  using (owner_id = (select auth.uid()));
insert into public.bench_items (id, owner_id, name, price_cents, attributes)
select
  n, ('00000000-0000-4000-8000-' || lpad((n % 100)::text, 12, '0'))::uuid, 'item ' || n, n * 10,
  jsonb_build_object('weight', n, 'tags', jsonb_build_array('a', 'b'))
from generate_series(1, 10000) as n;

create table public.bench_events (
  id bigint generated always as identity primary key,
  user_id uuid not null,
  item_id int not null,
  quantity int not null,
  happened_at timestamptz not null default now()
);
alter table public.bench_events enable row level security;

-- As the product's commands: reads under the caller's identity, checks, writes, answers JSON.
create function public.bench_order(item_id int, quantity int) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  item public.bench_items;
begin
  select * into item from public.bench_items where id = bench_order.item_id;
  if item.id is null or quantity < 1 then
    raise exception 'bench.refused';
  end if;
  insert into public.bench_events (user_id, item_id, quantity)
  values ((select auth.uid()), item.id, quantity);
  return jsonb_build_object('item', item.name, 'total_cents', item.price_cents * quantity);
end;
$$;
revoke execute on function public.bench_order from public;
grant execute on function public.bench_order to authenticated;
analyze public.bench_items;
