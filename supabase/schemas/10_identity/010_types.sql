create type public.ops_role as enum ('admin', 'operations', 'finance', 'support');
create type public.merchant_role as enum ('manager', 'order_clerk', 'courier');
create type public.rider_status as enum ('offline', 'online');

