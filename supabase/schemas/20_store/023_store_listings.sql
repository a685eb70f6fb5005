create table private.store_listings (
  store_id uuid primary key references public.stores on delete cascade,
  city_id uuid not null,
  category_id uuid not null,
  name text not null,
  timezone text not null,
  location extensions.geography(point, 4326) not null,
  delivery_area extensions.geometry(multipolygon, 4326),
  rate_card_id uuid,
  reach_meters int not null,
  open_periods tstzmultirange not null,
  paused_until timestamptz,
  rating_average numeric(2, 1),
  monthly_sales_count int not null,
  refresh_at timestamptz not null
);
comment on table private.store_listings is 'What find_stores asks of each visible store, made ready by refresh_store_listings: one narrow row, no look-up beside it.';
comment on column private.store_listings.name is 'Every language''s name, for the search.';
comment on column private.store_listings.reach_meters is 'Of the rate card that counts now; 0 without one.';
comment on column private.store_listings.open_periods is 'When the store sells in the coming days: its hours without its temporary close, while it is licensed.';
comment on column private.store_listings.refresh_at is 'When something in the row may be old: a rate card begins or ends, or a day has passed.';
create index store_listings_location on private.store_listings using gist (location);
create index store_listings_refresh_at on private.store_listings (refresh_at);
