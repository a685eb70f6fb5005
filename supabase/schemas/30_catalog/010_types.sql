create type public.product_kind as enum ('goods', 'service', 'voucher');
comment on type public.product_kind is 'goods are handed over, a service is done by somebody at a time, a voucher is redeemed later.';

create type public.product_status as enum ('draft', 'in_review', 'published', 'refused');
comment on type public.product_status is 'Where a product stands in review; only published ones are shown and sold.';
