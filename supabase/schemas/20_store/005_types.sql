create type public.fulfillment_type as enum ('delivery', 'pickup');

