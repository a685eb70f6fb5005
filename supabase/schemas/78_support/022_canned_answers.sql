create table public.canned_answers (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 40),
  body text not null check (length(body) between 1 and 2000),
  translations jsonb not null default '{}',
  sort_order int not null default 0,
  is_active boolean not null default true,
  created_at timestamptz not null default now()
);
comment on table public.canned_answers is 'Answers that support often gives, in both languages: {customer}, {number} (of the order) and {store} are filled in.';
