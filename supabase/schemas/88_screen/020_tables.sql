create table private.resource_catalogues (
  version text primary key,
  resources jsonb not null,
  rights jsonb not null,
  questions jsonb not null,
  predicates jsonb not null,
  made_at timestamptz not null default now()
);
comment on table private.resource_catalogues is 'What the database says of itself, kept until a migration changes it.';
comment on column private.resource_catalogues.rights is 'Table → command → policy as a tree; see private.policy_tree.';
comment on column private.resource_catalogues.questions is 'The parts of all policies that do not depend on a row, as SQL; asked once for each caller.';
comment on column private.resource_catalogues.predicates is 'Table → update and delete → policies as one SQL condition on a row.';

create table public.screen_definitions (
  id uuid primary key default gen_random_uuid(),
  resource text not null check (resource ~ '^[a-z][a-z0-9_]{0,62}$'),
  version int not null check (version > 0),
  status public.screen_status not null default 'draft',
  definition jsonb not null check (jsonb_typeof(definition) = 'object' and pg_column_size(definition) <= 200000),
  note text not null default '' check (length(note) <= 200),
  created_by uuid references auth.users on delete set null,
  created_at timestamptz not null default now(),
  updated_by uuid references auth.users on delete set null,
  updated_at timestamptz not null default now(),
  published_by uuid references auth.users on delete set null,
  published_at timestamptz,
  unique (resource, version)
);
comment on table public.screen_definitions is 'How the back office shows a resource, by version. Changed by save_screen_draft, publish_screen, roll_back_screen and discard_screen_draft.';
comment on column public.screen_definitions.definition is 'Labels, groups, fields, list, views and actions; private.check_screen says what must hold.';
create unique index screen_definitions_one_draft on public.screen_definitions (resource) where status = 'draft';
create unique index screen_definitions_one_published on public.screen_definitions (resource) where status = 'published';
create index screen_definitions_created_by on public.screen_definitions (created_by);
create index screen_definitions_updated_by on public.screen_definitions (updated_by);
create index screen_definitions_published_by on public.screen_definitions (published_by);

create table public.custom_fields (
  resource text not null check (resource ~ '^[a-z][a-z0-9_]{0,62}$'),
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  schema jsonb not null,
  labels jsonb not null default '{}' check (jsonb_typeof(labels) = 'object'),
  help jsonb not null default '{}' check (jsonb_typeof(help) = 'object'),
  is_required boolean not null default false,
  is_internal boolean not null default true,
  is_active boolean not null default true,
  sort_order int not null default 0,
  created_by uuid references auth.users on delete set null,
  created_at timestamptz not null default now(),
  primary key (resource, key)
);
comment on table public.custom_fields is 'Fields that ops added to a resource without a deploy.';
comment on column public.custom_fields.schema is 'JSON Schema of one value; private.json_schema_errors reads it.';
comment on column public.custom_fields.is_internal is 'Only ops read and write it; otherwise whoever may read or change the row itself.';
create index custom_fields_created_by on public.custom_fields (created_by);

create table public.custom_values (
  resource text not null,
  row_id text not null check (length(row_id) between 1 and 200),
  key text not null,
  value jsonb not null check (octet_length(value::text) <= 2000),
  updated_by uuid references auth.users on delete set null,
  updated_at timestamptz not null default now(),
  primary key (resource, row_id, key),
  foreign key (resource, key) references public.custom_fields on delete cascade
);
comment on table public.custom_values is 'Values of custom fields. Rights follow the row that they belong to; written by set_custom_values.';
create index custom_values_key on public.custom_values (resource, key, value);
create index custom_values_updated_by on public.custom_values (updated_by);

create table public.custom_resources (
  name text primary key check (name ~ '^x_[a-z][a-z0-9_]{1,38}$'),
  template public.resource_template not null,
  columns jsonb not null,
  labels jsonb not null default '{}' check (jsonb_typeof(labels) = 'object'),
  created_by uuid references auth.users on delete set null,
  created_at timestamptz not null default now()
);
comment on table public.custom_resources is 'Tables that ops made without a deploy. Their names begin with x_, so no table of the product can meet them.';
create index custom_resources_created_by on public.custom_resources (created_by);
