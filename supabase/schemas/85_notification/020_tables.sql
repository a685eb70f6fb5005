create table public.notification_rules (
  id uuid primary key default gen_random_uuid(),
  event text not null check (event ~ '^(order|stock|license|ticket|penalty)\.[a-z_]+$'),
  audience text not null check (audience in ('customer', 'merchant', 'rider')),
  channel text not null check (channel in ('in_app', 'sms')),
  template text not null,
  title text not null,
  body text not null,
  translations jsonb not null default '{}',
  is_active boolean not null default true,
  unique (event, audience, channel)
);
comment on table public.notification_rules is 'Which event of an order or of stock tells whom, how, in which words; edited by ops. {number}, {store} and {total} of an order, {product}, {store} and {left} of stock are filled in.';
comment on column public.notification_rules.template is 'Name of the provider''s approved template for SMS.';

create table public.notifications (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users on delete cascade,
  event text not null,
  order_id uuid references public.orders on delete cascade,
  title text not null,
  body text not null,
  read_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table public.notifications is 'In-app messages of one person.';
create index notifications_user_id on public.notifications (user_id, created_at desc);
create index notifications_order_id on public.notifications (order_id);

create table private.delivered_messages (
  message_id uuid primary key,
  created_at timestamptz not null default now()
);
comment on table private.delivered_messages is 'Outbox messages whose effect exists already: a second delivery changes nothing.';

