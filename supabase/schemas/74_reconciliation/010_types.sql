create type public.reconciliation_status as enum ('matched', 'missing_here', 'missing_there', 'amount_differs');
