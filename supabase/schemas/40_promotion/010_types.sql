create type public.promotion_kind as enum (
  'item_discount', 'flash_sale', 'spend_and_save', 'coupon', 'points', 'delivery_discount');
create type public.cost_bearer as enum ('platform', 'merchant', 'shared');

create type public.promotion_status as enum ('draft', 'published', 'paused', 'ended');
create type public.coupon_status as enum ('issued', 'claimed', 'used', 'returned', 'expired');
