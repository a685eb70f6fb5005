create table public.promotions (
  id uuid primary key default gen_random_uuid(),
  city_id uuid not null references public.cities on delete cascade,
  store_id uuid references public.stores on delete cascade,
  is_for_enrolled boolean not null default false,
  is_enrolment_open boolean not null default false,
  enrolment_share_bps int not null default 10000 check (enrolment_share_bps between 0 and 10000),
  kind public.promotion_kind not null,
  name text not null check (length(name) between 1 and 60),
  translations jsonb not null default '{}',
  status public.promotion_status not null default 'draft',
  conditions jsonb not null default 'true',
  effect jsonb not null default '{}' check (jsonb_typeof(effect) = 'object'),
  tiers jsonb not null default '[]',
  cost_bearer public.cost_bearer not null default 'platform',
  merchant_share_bps int not null default 0 check (merchant_share_bps between 0 and 10000),
  priority int not null default 100,
  stack_group text check (stack_group ~ '^[a-z][a-z0-9_]{0,39}$'),
  excludes uuid[] not null default '{}',
  starts_at timestamptz not null default now(),
  ends_at timestamptz,
  windows jsonb not null default '[]',
  budget_cents bigint check (budget_cents >= 0),
  usage_cap int check (usage_cap > 0),
  customer_cap int check (customer_cap > 0),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (ends_at > starts_at),
  check (store_id is null or not is_for_enrolled),
  check (is_for_enrolled or not is_enrolment_open),
  check ((cost_bearer = 'shared') = (merchant_share_bps > 0))
);
comment on table public.promotions is
  'A discount that ops or a store set without code. Valid for every store of the city, for store_id, or for the stores of campaign_enrolments. What it has spent is kept apart, so that orders never lock this row.';
comment on column public.promotions.is_for_enrolled is 'Only the stores in campaign_enrolments take part.';
comment on column public.promotions.is_enrolment_open is 'Merchants may enrol their stores themselves.';
comment on column public.promotions.enrolment_share_bps is 'The least part of the discount that a store bears that enrols itself, in hundredths of a percent.';
comment on column public.promotions.conditions is
  'JsonLogic over {cart: {subtotal_cents, quantity, line_count, lines, product_ids, section_ids, category_ids}, store: {id, merchant_id, category_id, city_id}, customer: {id, order_count, is_first_order, store_order_count, spent_cents, days_since_order, member_days, tier, tier_level, tags, segments}, now: {weekday, hour, minute, month_day, date, is_member_day}, fulfillment_type, delivery_fee_cents}. now is the city''s time, weekday 0 is Sunday.';
comment on column public.promotions.effect is
  'By kind. item_discount: {percent_bps | amount_cents | price_cents, targets, max_quantity, max_discount_cents}. flash_sale: {items: [{product_id, price_cents, stock_count}], max_quantity}. coupon: {distribution, amount_cents | percent_bps, max_discount_cents, min_cents, scope, targets, valid_days, issue_count, customer_count, points_price}. points: {earn_bps}. spend_and_save: {targets}. targets: {product_ids, section_ids, category_ids}, absent for all goods.';
comment on column public.promotions.tiers is
  'spend_and_save and delivery_discount: array of {"min_cents", "discount_cents"}; the highest tier reached by the goods at their item prices counts.';
comment on column public.promotions.cost_bearer is 'Who pays the discount; settlement reads it from the order''s adjustment.';
comment on column public.promotions.merchant_share_bps is 'The merchant''s part of a shared discount, in hundredths of a percent; a store''s enrolment says it for that store.';
comment on column public.promotions.stack_group is 'Of one group only the promotion that is best for the customer applies. Null is the group of its kind; item prices are then chosen line by line.';
comment on column public.promotions.excludes is 'Promotions that do not apply together with this one; the earlier priority wins.';
comment on column public.promotions.windows is 'Weekly times of the city: array of {"weekdays": [0–6], "from": "HH:MM", "to": "HH:MM"}; one that ends before it begins runs over midnight. Empty is always.';
comment on column public.promotions.usage_cap is 'Orders (flash sale: units) that may use it in all.';
comment on column public.promotions.customer_cap is 'Orders (flash sale: units) of one customer that may use it.';
comment on column public.promotions.version is 'Counts the changes; each is kept in promotion_versions.';
create index promotions_city_id on public.promotions (city_id, store_id) where status = 'published';
create index promotions_city_all on public.promotions (city_id, priority, created_at desc);
create index promotions_store_id on public.promotions (store_id);

create table public.promotion_versions (
  promotion_id uuid not null references public.promotions on delete cascade,
  version int not null,
  changed_by uuid references auth.users on delete set null,
  content jsonb not null,
  created_at timestamptz not null default now(),
  primary key (promotion_id, version)
);
comment on table public.promotion_versions is 'What a promotion was after each change, and who changed it.';
create index promotion_versions_changed_by on public.promotion_versions (changed_by);

create table public.campaign_enrolments (
  promotion_id uuid not null references public.promotions on delete cascade,
  store_id uuid not null references public.stores on delete cascade,
  merchant_share_bps int not null check (merchant_share_bps between 0 and 10000),
  enrolled_by uuid default auth.uid() references auth.users on delete set null,
  created_at timestamptz not null default now(),
  primary key (promotion_id, store_id)
);
comment on table public.campaign_enrolments is 'Stores of a promotion for several stores: put there by ops, or joined by their manager, with the part of the discount that the store bears.';
create index campaign_enrolments_store_id on public.campaign_enrolments (store_id);
create index campaign_enrolments_enrolled_by on public.campaign_enrolments (enrolled_by);
