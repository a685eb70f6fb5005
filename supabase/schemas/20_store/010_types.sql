create type public.merchant_status as enum ('applied', 'active', 'suspended');
create type public.rate_rule_kind as enum ('base', 'distance', 'amount', 'zone', 'time_window', 'weather', 'weight');
create type public.license_status as enum ('submitted', 'approved', 'rejected');
create type public.application_status as enum ('applied', 'in_review', 'returned', 'approved', 'rejected', 'withdrawn');
