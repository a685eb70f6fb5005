create table public.customer_notes (
  id bigint generated always as identity primary key,
  customer_id uuid not null references auth.users on delete cascade,
  author_id uuid references auth.users on delete set null,
  body text not null check (length(body) between 1 and 1000),
  created_at timestamptz not null default now()
);
comment on table public.customer_notes is 'What the operator''s staff noted about a customer. Append-only: written by add_customer_note.';
create index customer_notes_customer_id on public.customer_notes (customer_id, id desc);
create index customer_notes_author_id on public.customer_notes (author_id);

create table public.contact_reveals (
  id bigint generated always as identity primary key,
  customer_id uuid not null references auth.users on delete cascade,
  actor_id uuid references auth.users on delete set null,
  reason text not null check (length(reason) between 2 and 300),
  created_at timestamptz not null default now()
);
comment on table public.contact_reveals is 'Who of the operator''s staff looked at a customer''s whole phone, e-mail and addresses, and why. Append-only.';
create index contact_reveals_customer_id on public.contact_reveals (customer_id, id desc);
create index contact_reveals_actor_id on public.contact_reveals (actor_id);
