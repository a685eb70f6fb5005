create type public.booking_status as enum ('requested', 'confirmed', 'in_service', 'done', 'no_show', 'cancelled');
create type public.voucher_status as enum ('issued', 'redeemed', 'expired', 'refunded');
