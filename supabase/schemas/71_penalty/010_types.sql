create type public.penalty_kind as enum ('warning', 'fine');
create type public.penalty_status as enum ('issued', 'appealed', 'upheld', 'withdrawn');
