create type public.order_status as enum (
  'draft', 'pending_payment', 'placed', 'accepted', 'preparing', 'ready', 'in_delivery', 'awaiting_pickup',
  'in_service', 'completed', 'rejected', 'cancelled', 'expired');

create type public.order_request_kind as enum ('slot', 'edit', 'cancel');
create type public.order_request_status as enum ('open', 'accepted', 'declined', 'expired');
