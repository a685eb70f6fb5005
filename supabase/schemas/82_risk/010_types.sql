create type public.block_subject as enum ('customer', 'merchant', 'rider');
create type public.block_action as enum ('ordering', 'claiming', 'reviewing', 'selling', 'delivering');
create type public.risk_moment as enum ('order', 'claim', 'rider');
create type public.risk_decision as enum ('allow', 'hold', 'block');
