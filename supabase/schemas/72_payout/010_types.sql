create type public.payout_status as enum ('pending', 'processing', 'paid', 'failed', 'cancelled');
create type public.payout_method as enum ('manual', 'provider');
