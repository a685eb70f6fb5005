create table public.settings (
  key text primary key check (key ~ '^[a-z][a-z0-9_.]*$'),
  value jsonb not null,
  description text not null default '',
  schema jsonb not null default '{}' check (jsonb_typeof(schema) = 'object'),
  updated_at timestamptz not null default now()
);
comment on table public.settings is 'Parameters that ops change without code: timeouts, addresses of the workflow engine.';
comment on column public.settings.schema is 'What the value must be, as JSON Schema; an empty one takes anything.';

create table public.reason_codes (
  code text primary key check (code ~ '^[a-z][a-z0-9_]*$'),
  applies_to text not null check (applies_to in ('order_cancel', 'order_reject', 'delivery_fail', 'offer_decline', 'refund_request', 'ticket', 'merchant_penalty')),
  actor public.actor_role not null,
  liable_party public.liable_party,
  label text not null,
  translations jsonb not null default '{}',
  is_active boolean not null default true,
  sort_order int not null default 0
);
comment on table public.reason_codes is 'Why an order was cancelled or rejected, a delivery failed, an offer was declined, money is asked back; what a ticket is about; why a merchant is penalized.';
comment on column public.reason_codes.liable_party is 'Who bears the cost as a rule: proposed to the platform when it decides; null where no money follows.';

create table private.idempotency_keys (
  actor_id uuid not null,
  command text not null,
  key text not null check (length(key) between 8 and 128),
  subject_id uuid,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (actor_id, command, key)
);
comment on column private.idempotency_keys.subject_id is 'What the command was given to; a key never answers for anything else.';
create index idempotency_keys_created_at on private.idempotency_keys (created_at);

create table private.outbox_messages (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('notify.sms', 'notify.in_app')),
  payload jsonb not null,
  created_at timestamptz not null default now(),
  available_at timestamptz not null default now(),
  attempt_count int not null default 0,
  last_error text,
  finished_at timestamptz
);
comment on table private.outbox_messages is 'What the workflow engine still has to send. Written in the transaction of the event, leased by claim_outbox_messages.';
create index outbox_messages_open on private.outbox_messages (available_at) where finished_at is null;
create index outbox_messages_created_at on private.outbox_messages (created_at);

create table public.workflow_failures (
  id bigint generated always as identity primary key,
  workflow text not null,
  execution text not null,
  message text not null,
  created_at timestamptz not null default now()
);
comment on table public.workflow_failures is 'Failed workflow executions, reported by the error workflow.';

