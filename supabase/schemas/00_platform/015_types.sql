create type public.actor_role as enum ('customer', 'merchant', 'rider', 'ops', 'system');
comment on type public.actor_role is 'Who may issue a command in a state machine.';

