create table public.store_printers (
  store_id uuid primary key references public.stores on delete cascade,
  paper_mm int not null default 80 check (paper_mm in (58, 80)),
  locale text not null default 'zh-CN' check (locale in ('zh-CN', 'en')),
  is_auto boolean not null default true,
  copy_count int not null default 1 check (copy_count between 1 and 5),
  updated_at timestamptz not null default now()
);
comment on table public.store_printers is 'How a store prints its tickets; without a row it prints none by itself.';
comment on column public.store_printers.is_auto is 'A ticket is made as soon as an order is accepted.';
comment on column public.store_printers.locale is 'Language of the words that the ticket brings itself.';

create table public.print_jobs (
  id uuid primary key default gen_random_uuid(),
  store_id uuid not null references public.stores on delete cascade,
  order_id uuid not null references public.orders on delete cascade,
  status public.print_status not null default 'queued',
  paper_mm int not null check (paper_mm in (58, 80)),
  locale text not null,
  copy_count int not null,
  attempt_count int not null default 0,
  next_attempt_at timestamptz not null default now(),
  failure text not null default '' check (length(failure) <= 300),
  requested_by uuid references auth.users on delete set null,
  printed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.print_jobs is 'Tickets for a store''s print agent: taken by claim_print_jobs, acknowledged by finish_print_job, offered again when no word comes.';
comment on column public.print_jobs.requested_by is 'Who asked for it; null when accepting the order did.';
create index print_jobs_store_id on public.print_jobs (store_id, created_at desc, id);
create index print_jobs_order_id on public.print_jobs (order_id, created_at desc);
create index print_jobs_requested_by on public.print_jobs (requested_by);
create index print_jobs_open on public.print_jobs (store_id, next_attempt_at) where status in ('queued', 'sent');
