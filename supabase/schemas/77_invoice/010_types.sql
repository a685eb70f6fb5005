create type public.invoice_status as enum ('requested', 'issued', 'declined', 'withdrawn', 'voided');
create type public.invoice_buyer as enum ('person', 'company');
