create table public.audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_id uuid,
  actor_role text not null,
  table_name text not null,
  row_key text not null,
  operation text not null check (operation in ('insert', 'update', 'delete')),
  command text not null default '',
  store_id uuid,
  merchant_id uuid,
  before jsonb not null default '{}',
  after jsonb not null default '{}',
  request_id text
);
comment on table public.audit_log is 'Who changed what in the back office: written by one trigger, append-only, kept for audit.retention_months.';
comment on column public.audit_log.actor_role is 'ops:<role>, merchant:<role>, customer, or service_role for functions and workflows.';
comment on column public.audit_log.command is 'The path of the request: the table or the command that was called.';
comment on column public.audit_log.before is 'Of an update only what changed; personal data and secrets are masked.';
create index audit_log_table_name on public.audit_log (table_name, id desc);
create index audit_log_row_key on public.audit_log (row_key, id desc);
create index audit_log_actor_id on public.audit_log (actor_id, id desc);
create index audit_log_store_id on public.audit_log (store_id, id desc);
create index audit_log_merchant_id on public.audit_log (merchant_id, id desc);
create index audit_log_at on public.audit_log using brin (at);
