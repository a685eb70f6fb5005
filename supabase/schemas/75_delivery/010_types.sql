create type public.delivery_status as enum (
  'unassigned', 'offered', 'assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer',
  'delivered', 'failed', 'cancelled');

