create type public.order_status as enum (
  'draft', 'pending_payment', 'placed', 'accepted', 'preparing', 'ready', 'in_delivery', 'awaiting_pickup',
  'in_service', 'completed', 'rejected', 'cancelled', 'expired');

