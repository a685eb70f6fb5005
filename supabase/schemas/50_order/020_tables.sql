create table public.quotes (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references auth.users on delete cascade,
  store_id uuid not null references public.stores on delete cascade,
  fulfillment_type public.fulfillment_type not null,
  address jsonb,
  lines jsonb not null,
  adjustments jsonb not null,
  currency text not null,
  subtotal_cents bigint not null,
  packaging_fee_cents bigint not null,
  delivery_fee_cents bigint not null,
  discount_cents bigint not null,
  tip_cents bigint not null,
  total_cents bigint not null check (total_cents >= 0),
  distance_meters int,
  estimated_minutes int not null,
  slot_starts_at timestamptz,
  slot_ends_at timestamptz,
  party jsonb,
  choice jsonb not null default '{}',
  explanations jsonb not null default '[]',
  fee_lines jsonb not null default '[]',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  check ((slot_starts_at is null) = (slot_ends_at is null)),
  check (total_cents = subtotal_cents + packaging_fee_cents + delivery_fee_cents + tip_cents - discount_cents)
);
comment on table public.quotes is 'A priced cart. The only source of the amount that an order charges.';
comment on column public.quotes.slot_starts_at is 'The slot that a scheduled order is wanted for; null for as soon as possible.';
comment on column public.quotes.party is 'Of a dine-in order: {table_label, party_size}.';
comment on column public.quotes.choice is 'What the customer chose to redeem: {coupon_ids, coupon_code, points}.';
comment on column public.quotes.explanations is 'Why each promotion applies or does not.';
comment on column public.quotes.fee_lines is 'What the delivery fee is made of.';
create index quotes_customer_id on public.quotes (customer_id, created_at);
create index quotes_store_id on public.quotes (store_id);

create table public.orders (
  id uuid primary key default gen_random_uuid(),
  number text not null unique,
  customer_id uuid not null references auth.users on delete restrict,
  merchant_id uuid not null references public.merchants on delete restrict,
  store_id uuid not null references public.stores on delete restrict,
  city_id uuid not null references public.cities on delete restrict,
  quote_id uuid not null unique references public.quotes on delete restrict,
  fulfillment_type public.fulfillment_type not null,
  status public.order_status not null default 'draft',
  currency text not null,
  subtotal_cents bigint not null,
  packaging_fee_cents bigint not null,
  delivery_fee_cents bigint not null,
  discount_cents bigint not null,
  tip_cents bigint not null,
  total_cents bigint not null check (total_cents >= 0),
  note text not null default '' check (length(note) <= 200),
  pickup_code text,
  phone_suffix text,
  slot_starts_at timestamptz,
  slot_ends_at timestamptz,
  table_label text,
  party_size int,
  is_edit_consented boolean not null default false,
  urge_count int not null default 0,
  urged_at timestamptz,
  delayed_minutes int not null default 0,
  preparation_expected_at timestamptz,
  pickup_expected_at timestamptz,
  dropoff_expected_at timestamptz,
  due_at timestamptz,
  reason_code text references public.reason_codes on delete restrict,
  placed_at timestamptz,
  accepted_at timestamptz,
  ready_at timestamptz,
  completed_at timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.orders is 'The order core. Changed by commands only; each change leaves a row in order_events.';
comment on column public.orders.due_at is 'When the system acts by itself: payment or acceptance overdue, or a scheduled order''s rider to be called.';
comment on column public.orders.slot_starts_at is 'The slot of a scheduled order or booking; null for as soon as possible.';
comment on column public.orders.table_label is 'Where a dine-in order is served.';
comment on column public.orders.is_edit_consented is 'The customer agreed beforehand that the store removes or replaces what has sold out.';
comment on column public.orders.delayed_minutes is 'By how much the store has put the promised times off in all.';
comment on column public.orders.closed_at is 'When the order was rejected, cancelled or expired.';
comment on column public.orders.phone_suffix is 'Last four digits of the contact''s phone, to find the order by.';
create index orders_customer_id on public.orders (customer_id, created_at, id);
create index orders_store_id on public.orders (store_id, created_at, id);
create index orders_store_status on public.orders (store_id, status, created_at, id);
create index orders_city_id on public.orders (city_id, created_at, id);
create index orders_city_status on public.orders (city_id, status, created_at, id);
create index orders_number_reversed on public.orders (reverse(number) text_pattern_ops);
create index orders_phone_suffix on public.orders (phone_suffix);
create index orders_unpaid on public.orders (customer_id) where status = 'pending_payment';
create index orders_merchant_id on public.orders (merchant_id);
create index orders_reason_code on public.orders (reason_code);
create index orders_due_at on public.orders (due_at) where due_at is not null;

create table private.order_contacts (
  order_id uuid primary key references public.orders on delete cascade,
  contact_name text not null,
  contact_phone text not null,
  street text not null,
  detail text not null default '',
  lon double precision,
  lat double precision
);
create index order_contacts_contact_phone on private.order_contacts (contact_phone);
comment on table private.order_contacts is 'Where an order goes and whom to call: shown in full only to those who need it, while they need it.';

create table public.order_items (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders on delete cascade,
  line_number int not null,
  product_id uuid references public.products on delete set null,
  variant_id uuid references public.product_variants on delete set null,
  category_id uuid,
  section_id uuid,
  name text not null,
  variant_name text,
  translations jsonb not null default '{}',
  modifiers jsonb not null default '[]',
  note text not null default '',
  quantity int not null check (quantity >= 0),
  removed_quantity int not null default 0 check (removed_quantity >= 0),
  replaces_line int,
  tax_bps int not null default 0,
  unit_price_cents bigint not null check (unit_price_cents >= 0),
  total_cents bigint not null check (total_cents = unit_price_cents * quantity),
  unique (order_id, line_number)
);
comment on table public.order_items is 'Lines as sold. unit_price_cents includes the modifiers.';
comment on column public.order_items.removed_quantity is 'What the store took off the line after payment.';
comment on column public.order_items.replaces_line is 'The line that this one came in for after payment.';
comment on column public.order_items.variant_id is 'The variant as sold; it may be gone from the menu.';
create index order_items_product_id on public.order_items (product_id);
create index order_items_variant_id on public.order_items (variant_id);

create table public.order_adjustments (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders on delete cascade,
  promotion_id uuid references public.promotions on delete restrict,
  kind public.promotion_kind not null,
  name text not null,
  translations jsonb not null default '{}',
  cost_bearer public.cost_bearer not null,
  merchant_share_bps int not null default 0 check (merchant_share_bps between 0 and 10000),
  scope text not null default 'goods' check (scope in ('goods', 'delivery')),
  line_number int,
  coupon_id uuid,
  quantity int check (quantity > 0),
  amount_cents bigint not null check (amount_cents < 0)
);
comment on table public.order_adjustments is 'Every discount with its source and who bears it.';
comment on column public.order_adjustments.merchant_share_bps is 'The merchant''s part of a shared discount, in hundredths of a percent; the rest is the platform''s.';
comment on column public.order_adjustments.scope is 'What the discount makes cheaper: the goods or the delivery fee.';
comment on column public.order_adjustments.line_number is 'The order line that it belongs to; null when it is of the whole order.';
comment on column public.order_adjustments.quantity is 'Units of the line that an item price covers.';
create index order_adjustments_order_id on public.order_adjustments (order_id);
create index order_adjustments_coupon_id on public.order_adjustments (coupon_id);
create index order_adjustments_promotion_id on public.order_adjustments (promotion_id);

create table public.order_transitions (
  from_status public.order_status not null,
  command text not null,
  actor public.actor_role not null,
  to_status public.order_status not null,
  fulfillment_types public.fulfillment_type[] not null default '{delivery,pickup,dine_in,on_site,voucher}',
  primary key (from_status, command, actor)
);
comment on table public.order_transitions is 'The order state machine. What is not listed is refused.';
comment on column public.order_transitions.fulfillment_types is 'The kinds of order that know the command in this state.';

create table public.order_events (
  id bigint generated always as identity primary key,
  order_id uuid not null references public.orders on delete cascade,
  command text not null,
  from_status public.order_status not null,
  to_status public.order_status not null,
  actor public.actor_role not null,
  actor_id uuid,
  reason_code text,
  client_at timestamptz,
  detail jsonb not null default '{}',
  created_at timestamptz not null default now()
);
comment on table public.order_events is 'One row for each transition: who, when, why.';
create index order_events_order_id on public.order_events (order_id, id);
