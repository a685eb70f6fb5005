create type public.fulfillment_type as enum ('delivery', 'pickup', 'dine_in', 'on_site', 'voucher');
