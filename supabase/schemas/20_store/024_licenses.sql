create table public.license_documents (
  id uuid primary key default gen_random_uuid(),
  merchant_id uuid not null references public.merchants on delete cascade,
  store_id uuid references public.stores on delete cascade,
  kind text not null check (kind ~ '^[a-z_]{2,40}$'),
  number text not null check (length(number) between 1 and 80),
  file_path text not null check (length(file_path) between 1 and 300),
  expires_on date,
  status public.license_status not null default 'submitted',
  reason text not null default '' check (length(reason) <= 300),
  submitted_by uuid references auth.users on delete set null,
  reviewed_by uuid references auth.users on delete set null,
  reviewed_at timestamptz,
  flagged_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table public.license_documents is 'Licences of a merchant or of one of its stores. Read by ops; the approved ones count until they expire.';
comment on column public.license_documents.kind is 'For instance business_license, food_permit, drug_permit; categories name the kinds that they demand.';
comment on column public.license_documents.file_path is 'In the private bucket "licenses".';
comment on column public.license_documents.expires_on is 'The last day on which it is good, by the store''s calendar; null when it does not expire.';
comment on column public.license_documents.flagged_at is 'When the merchant was told that it expires soon.';
create index license_documents_merchant_id on public.license_documents (merchant_id, kind);
create index license_documents_store_id on public.license_documents (store_id);
create index license_documents_submitted_by on public.license_documents (submitted_by);
create index license_documents_reviewed_by on public.license_documents (reviewed_by);
create index license_documents_expires_on on public.license_documents (expires_on) where status = 'approved';
create index license_documents_open on public.license_documents (created_at, id) where status = 'submitted';
