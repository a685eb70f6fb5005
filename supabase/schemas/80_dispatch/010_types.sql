create type public.dispatch_offer_status as enum ('offered', 'accepted', 'declined', 'expired', 'withdrawn');

