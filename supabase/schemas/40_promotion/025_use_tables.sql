create table private.promotion_counters (
  promotion_id uuid not null references public.promotions on delete cascade,
  shard smallint not null check (shard between 0 and 15),
  quota_cents bigint check (quota_cents >= 0),
  used_cents bigint not null default 0,
  quota_count int check (quota_count >= 0),
  used_count int not null default 0,
  primary key (promotion_id, shard),
  check (used_cents <= quota_cents),
  check (used_count <= quota_count)
) with (fillfactor = 50);
comment on table private.promotion_counters is
  'What orders have spent of a promotion, spread over rows so that many orders count at once. The quotas of a capped promotion sum to its caps.';

create table private.promotion_uses (
  order_id uuid not null references public.orders on delete cascade,
  promotion_id uuid not null references public.promotions on delete cascade,
  customer_id uuid not null,
  amount_cents bigint not null,
  quantity int not null,
  shard smallint not null,
  created_at timestamptz not null default now(),
  returned_at timestamptz,
  primary key (order_id, promotion_id)
);
comment on table private.promotion_uses is 'One row for each promotion of an order: a use is counted once and returned once.';
create index promotion_uses_promotion_id on private.promotion_uses (promotion_id, created_at);

create table private.promotion_customers (
  promotion_id uuid not null references public.promotions on delete cascade,
  customer_id uuid not null references auth.users on delete cascade,
  used_count int not null check (used_count >= 0),
  primary key (promotion_id, customer_id)
);
comment on table private.promotion_customers is 'How often a customer has used a promotion that has a cap per customer.';
create index promotion_customers_customer_id on private.promotion_customers (customer_id);

create table private.flash_stock (
  promotion_id uuid not null references public.promotions on delete cascade,
  product_id uuid not null references public.products on delete cascade,
  stock_count int not null,
  sold_count int not null default 0 check (sold_count >= 0),
  primary key (promotion_id, product_id),
  check (sold_count <= stock_count)
) with (fillfactor = 50);
comment on table private.flash_stock is 'Units of a flash sale, apart from the product''s own stock.';
create index flash_stock_product_id on private.flash_stock (product_id);

create table private.coupon_codes (
  code text primary key check (code ~ '^[A-Z0-9]{4,24}$'),
  promotion_id uuid not null unique references public.promotions on delete cascade
);
comment on table private.coupon_codes is 'The code that everyone redeems for a coupon of this campaign; unlike the campaign it is secret.';

create table private.coupon_issues (
  promotion_id uuid primary key references public.promotions on delete cascade,
  issued_count int not null check (issued_count >= 0)
);
comment on table private.coupon_issues is 'How many coupons of a campaign people and codes have; its row makes those who claim wait for each other.';

create table private.coupon_attempts (
  customer_id uuid not null references auth.users on delete cascade,
  attempted_at timestamptz not null default now()
);
comment on table private.coupon_attempts is 'Codes that did not exist: a customer may try ten an hour.';
create index coupon_attempts_customer_id on private.coupon_attempts (customer_id, attempted_at);

create table public.coupons (
  id uuid primary key default gen_random_uuid(),
  promotion_id uuid not null references public.promotions on delete restrict,
  customer_id uuid references auth.users on delete cascade,
  code text unique check (code ~ '^[A-Z0-9]{4,24}$'),
  status public.coupon_status not null default 'issued',
  source text not null check (source in ('claim', 'issue', 'first_order', 'code', 'exchange')),
  order_id uuid references public.orders on delete set null,
  issued_at timestamptz not null default now(),
  used_at timestamptz,
  expires_at timestamptz not null
);
comment on table public.coupons is 'Coupons in people''s wallets, and codes that nobody has redeemed yet (customer_id null). Changed by functions only.';
comment on column public.coupons.status is 'issued by ops, claimed by the customer, used by order_id, returned from a cancelled order (usable again), expired.';
create index coupons_customer_id on public.coupons (customer_id, status, expires_at);
create index coupons_promotion_id on public.coupons (promotion_id, customer_id);
create index coupons_order_id on public.coupons (order_id);
create index coupons_issued_at on public.coupons (issued_at);
create index coupons_expires_at on public.coupons (expires_at) where status in ('issued', 'claimed', 'returned');

alter table public.order_adjustments
  add constraint order_adjustments_coupon_id_fkey foreign key (coupon_id) references public.coupons on delete restrict;
