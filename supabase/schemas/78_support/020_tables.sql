create table public.tickets (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity unique,
  status public.ticket_status not null default 'open',
  priority public.ticket_priority not null default 'normal',
  subject_code text not null references public.reason_codes on delete restrict,
  opened_by uuid not null references auth.users on delete cascade,
  opened_as public.actor_role not null check (opened_as in ('customer', 'merchant', 'rider')),
  order_id uuid references public.orders on delete restrict,
  refund_request_id uuid references public.refund_requests on delete restrict,
  store_id uuid references public.stores on delete restrict,
  city_id uuid references public.cities on delete restrict,
  store_asked_at timestamptz,
  assignee_id uuid references public.ops_members on delete set null,
  first_response_due_at timestamptz not null,
  first_responded_at timestamptz,
  resolution_due_at timestamptz not null,
  due_at timestamptz,
  auto_close_at timestamptz,
  resolution text not null default '' check (length(resolution) <= 500),
  resolved_at timestamptz,
  closed_at timestamptz,
  rating int check (rating between 1 and 5),
  rating_note text not null default '' check (length(rating_note) <= 300),
  rated_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (opened_as <> 'merchant' or store_id is not null)
);
comment on table public.tickets is 'What a customer, a store or a rider asks support. Changed by commands only; each leaves a row in ticket_events.';
comment on column public.tickets.number is 'What people read out.';
comment on column public.tickets.subject_code is 'A reason code that applies to tickets; its actor says who may open such a ticket.';
comment on column public.tickets.store_id is 'The store that asks, or the one that the order is of.';
comment on column public.tickets.store_asked_at is 'Since when the staff of the store see a customer''s or rider''s ticket and answer on it: support asked them.';
comment on column public.tickets.due_at is 'What support owes next: the first answer, then the resolution; null once it is resolved.';
comment on column public.tickets.auto_close_at is 'When silence closes it: after an answer or a resolution.';
create index tickets_opened_by on public.tickets (opened_by, created_at desc, id desc);
create index tickets_store_id on public.tickets (store_id, created_at desc, id desc);
create index tickets_city_id on public.tickets (city_id, created_at desc, id desc);
create index tickets_assignee_id on public.tickets (assignee_id, created_at desc, id desc);
create index tickets_status on public.tickets (status, created_at desc, id desc);
create index tickets_created_at on public.tickets (created_at desc, id desc);
create index tickets_order_id on public.tickets (order_id);
create index tickets_refund_request_id on public.tickets (refund_request_id);
create index tickets_subject_code on public.tickets (subject_code);
create index tickets_due_at on public.tickets (due_at, id) where due_at is not null;
create index tickets_auto_close_at on public.tickets (auto_close_at) where auto_close_at is not null;

create table public.ticket_messages (
  id uuid primary key default gen_random_uuid(),
  ticket_id uuid not null references public.tickets on delete cascade,
  author_id uuid references auth.users on delete set null,
  author_role public.actor_role not null,
  is_internal boolean not null default false,
  body text not null default '' check (length(body) <= 4000),
  attachments text[] not null default '{}' check (cardinality(attachments) <= 9),
  created_at timestamptz not null default clock_timestamp(),
  check (body <> '' or cardinality(attachments) > 0),
  check (not is_internal or author_role = 'ops')
);
comment on table public.ticket_messages is 'The conversation of a ticket.';
comment on column public.ticket_messages.is_internal is 'A note among support: never shown to who asks.';
comment on column public.ticket_messages.attachments is 'Names of objects in the bucket after-sale, in the author''s folder.';
create index ticket_messages_ticket_id on public.ticket_messages (ticket_id, created_at);
create index ticket_messages_author_id on public.ticket_messages (author_id);
create index ticket_messages_attachments on public.ticket_messages using gin (attachments);

create table public.ticket_transitions (
  from_status public.ticket_status not null,
  command text not null,
  actor public.actor_role not null,
  to_status public.ticket_status not null,
  primary key (from_status, command, actor)
);
comment on table public.ticket_transitions is 'The state machine of tickets. What is not listed is refused.';

create table public.ticket_events (
  id bigint generated always as identity primary key,
  ticket_id uuid not null references public.tickets on delete cascade,
  command text not null,
  from_status public.ticket_status not null,
  to_status public.ticket_status not null,
  actor public.actor_role not null,
  actor_id uuid,
  detail jsonb not null default '{}',
  created_at timestamptz not null default now()
);
comment on table public.ticket_events is 'One row for each command on a ticket: who, when, what.';
create index ticket_events_ticket_id on public.ticket_events (ticket_id, id);
