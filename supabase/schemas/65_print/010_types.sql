create type public.print_status as enum ('queued', 'sent', 'printed', 'failed');
