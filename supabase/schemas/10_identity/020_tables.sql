create table public.profiles (
  id uuid primary key references auth.users on delete cascade,
  display_name text not null default '' check (length(display_name) <= 60),
  locale text not null default 'zh-CN' check (locale in ('zh-CN', 'en')),
  avatar_path text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.profiles is 'What a person shows of themself. Phone and e-mail stay in auth.users.';

create table public.ops_members (
  user_id uuid primary key references auth.users on delete cascade,
  role public.ops_role not null,
  created_at timestamptz not null default now()
);
comment on table public.ops_members is 'Staff of the operator.';

create table public.addresses (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references auth.users on delete cascade,
  label text not null default '' check (length(label) <= 20),
  contact_name text not null check (length(contact_name) between 1 and 60),
  contact_phone text not null check (contact_phone ~ '^\+?[0-9 -]{5,20}$'),
  street text not null check (length(street) between 1 and 200),
  detail text not null default '' check (length(detail) <= 200),
  lon double precision not null check (lon between -180 and 180),
  lat double precision not null check (lat between -90 and 90),
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.addresses is 'A customer''s address book; lon and lat (WGS-84) are the pin.';
create index addresses_user_id on public.addresses (user_id);
create unique index addresses_one_default on public.addresses (user_id) where is_default;

