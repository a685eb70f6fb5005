create type public.merchant_status as enum ('applied', 'active', 'suspended');

