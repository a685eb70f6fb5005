create table public.articles (
  id uuid primary key default gen_random_uuid(),
  city_id uuid references public.cities on delete cascade,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name text not null check (length(name) between 1 and 80),
  summary text not null default '' check (length(summary) <= 200),
  body text not null default '' check (length(body) <= 20000),
  translations jsonb not null default '{}',
  picture_path text,
  is_published boolean not null default false,
  published_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.articles is 'What the operator writes for customers: guides, news, rules. Of one city, or of all without one.';
comment on column public.articles.body is 'Markdown. Readers build elements from it and never HTML, so nothing in it can run.';
comment on column public.articles.published_at is 'When it was first published.';
create index articles_city_id on public.articles (city_id);

create table public.banners (
  id uuid primary key default gen_random_uuid(),
  city_id uuid not null references public.cities on delete cascade,
  place public.content_place not null default 'home_banner',
  name text not null check (length(name) between 1 and 40),
  subtitle text not null default '' check (length(subtitle) <= 60),
  translations jsonb not null default '{}',
  picture_path text,
  link jsonb not null default '{"kind": "none"}' check (jsonb_typeof(link) = 'object'),
  segment_id uuid references public.segments on delete restrict,
  sort_order int not null default 0,
  starts_at timestamptz not null default now(),
  ends_at timestamptz,
  is_published boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (ends_at > starts_at)
);
comment on table public.banners is 'Pictures and tiles on the front page of a city, in their order, within their schedule, for everyone or one segment.';
comment on column public.banners.link is
  'Where a tap leads: {"kind": "none"}, {"kind": "store" | "product" | "promotion", "id"}, {"kind": "category" | "article", "slug"} or {"kind": "url", "url"} to a host of the setting content.link_hosts.';
comment on column public.banners.segment_id is 'Only these customers see it; null is everyone.';
create index banners_city_id on public.banners (city_id, place, sort_order);
create index banners_segment_id on public.banners (segment_id);
