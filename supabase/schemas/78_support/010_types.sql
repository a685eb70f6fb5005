create type public.ticket_status as enum ('open', 'waiting', 'answered', 'resolved', 'closed');
comment on type public.ticket_status is 'open: nobody answered yet; waiting: for support; answered: for the person; resolved: support is done; closed: it is over.';
create type public.ticket_priority as enum ('low', 'normal', 'high', 'urgent');
