-- The ledger only grows, always balances, and takes an event once.
begin;
select plan(7);
select tests.make_town();
select tests.paid_order('order');
select tests.act_as('postgres');
set constraints all immediate;

select throws_like($$ update public.ledger_entries set amount_cents = amount_cents + 1 $$, '%append-only%', 'no entry is changed');
select throws_like($$ delete from public.ledger_entries $$, '%append-only%', 'or removed');
select throws_like($$ delete from public.ledger_transactions $$, '%append-only%', 'nor a transaction');
select throws_like(
  $$ insert into public.ledger_entries (transaction_id, account_id, purpose, amount_cents)
     select transaction_id, account_id, 'extra', 1 from public.ledger_entries limit 1 $$, '%does not balance%', 'nothing is added to one side');
select throws_like(
  $$ select private.post_ledger('order_completed', 'x', null, 'CNY', now(),
       '[{"account": "psp_clearing", "purpose": "a", "amount_cents": 2}, {"account": "adjustments", "purpose": "a", "amount_cents": -1}]') $$,
  '%does not balance%', 'nothing is posted that does not balance');
select throws_ok(
  $$ select private.post_capture(p) from public.payments p $$, '23505', null, 'the same capture is not posted twice');
select tests.act_as('customer');
select throws_ok($$ select public.get_order_ledger(current_setting('tests.order')::uuid) $$, 'PT403', 'identity.not_allowed', 'the ledger is for ops');
select * from finish();
rollback;
