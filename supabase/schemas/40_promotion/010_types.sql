create type public.promotion_kind as enum ('spend_and_save', 'delivery_discount');
create type public.cost_bearer as enum ('platform', 'merchant');

