create type public.delivery_incident_status as enum ('open', 'resolved');
create type public.rider_shift_status as enum ('booked', 'started', 'ended', 'released', 'missed');
