create table public.cities (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
  name text not null,
  translations jsonb not null default '{}',
  timezone text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  lon double precision not null check (lon between -180 and 180),
  lat double precision not null check (lat between -90 and 90),
  attribution text not null default '',
  is_demo boolean not null default false,
  is_active boolean not null default true,
  is_tax_collected boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table public.cities is 'A town that the operator serves. lon and lat (WGS-84) are where its map opens.';
comment on column public.cities.is_tax_collected is 'The platform withholds the tax within the prices and pays it to the state.';
comment on column public.cities.attribution is 'Credit of the map data; shown on every map of the town.';

create table public.zones (
  id uuid primary key default gen_random_uuid(),
  city_id uuid not null references public.cities on delete cascade,
  name text not null,
  translations jsonb not null default '{}',
  area extensions.geometry(multipolygon, 4326) not null,
  offer_timeout_seconds int not null default 40 check (offer_timeout_seconds between 5 and 600),
  max_in_hand int not null default 3 check (max_in_hand between 1 and 20),
  radius_meters int not null default 5000 check (radius_meters between 100 and 50000),
  rider_base_pay_cents bigint not null default 400 check (rider_base_pay_cents >= 0),
  rider_pay_per_km_cents bigint not null default 100 check (rider_pay_per_km_cents >= 0),
  is_active boolean not null default true
);
comment on table public.zones is 'Dispatch area with its parameters.';
create index zones_city_id on public.zones (city_id);
create index zones_area on public.zones using gist (area);

create table public.city_conditions (
  city_id uuid not null references public.cities on delete cascade,
  condition text not null check (condition ~ '^[a-z_]{2,30}$'),
  starts_at timestamptz not null default now(),
  ends_at timestamptz not null,
  source text not null default '',
  travel_factor numeric not null default 1 check (travel_factor between 0.5 and 4),
  primary key (city_id, condition),
  check (ends_at > starts_at)
);
comment on table public.city_conditions is 'What lies over a town for a while (rain, heavy_rain, snow, heat, wind …): set by ops or a weather service, ends by itself. Delivery fees, rider pay and travel times ask for it, together with the incident mode of a zone.';
comment on column public.city_conditions.source is 'Who said so: ops, or the name of the service.';
comment on column public.city_conditions.travel_factor is 'Rides take so much longer while it lasts.';

create table private.road_nodes (
  id bigint primary key,
  city_id uuid not null references public.cities on delete cascade,
  geom extensions.geometry(point, 4326) not null
);
create index road_nodes_geom on private.road_nodes using gist (geom);
create index road_nodes_city_id on private.road_nodes (city_id);

create table private.road_edges (
  id bigint primary key,
  city_id uuid not null references public.cities on delete cascade,
  source_id bigint not null references private.road_nodes on delete cascade,
  target_id bigint not null references private.road_nodes on delete cascade,
  geom extensions.geometry(linestring, 4326) not null,
  name text,
  translations jsonb not null default '{}',
  class text not null check (class in ('motorway', 'primary', 'secondary', 'residential', 'path')),
  is_oneway boolean not null default false,
  length_meters double precision not null check (length_meters >= 0),
  speed_mps double precision not null check (speed_mps > 0)
);
comment on column private.road_edges.is_oneway is 'Passable from source to target only.';
create index road_edges_city_id on private.road_edges (city_id);
create index road_edges_source_id on private.road_edges (source_id);
create index road_edges_target_id on private.road_edges (target_id);
create index road_edges_geom on private.road_edges using gist (geom);

create table private.map_areas (
  id bigint generated always as identity primary key,
  city_id uuid not null references public.cities on delete cascade,
  kind text not null check (kind in ('water', 'park', 'building', 'land')),
  name text,
  translations jsonb not null default '{}',
  geom extensions.geometry(geometry, 4326) not null
);
create index map_areas_geom on private.map_areas using gist (geom);
create index map_areas_city_id on private.map_areas (city_id);

create table private.map_places (
  id bigint generated always as identity primary key,
  city_id uuid not null references public.cities on delete cascade,
  kind text not null,
  name text not null,
  translations jsonb not null default '{}',
  geom extensions.geometry(point, 4326) not null
);
create index map_places_geom on private.map_places using gist (geom);
create index map_places_city_id on private.map_places (city_id);

