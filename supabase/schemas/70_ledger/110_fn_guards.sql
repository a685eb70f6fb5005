create function private.refuse_ledger_change()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  raise exception 'the ledger is append-only: correct by a reversing transaction';
end;
$$;

create function private.check_ledger_balance()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid;
begin
  select e.transaction_id into v_id
  from public.ledger_entries e
  where e.transaction_id in (select transaction_id from added)
  group by e.transaction_id having sum(e.amount_cents) <> 0
  limit 1;
  if found then
    raise exception 'ledger transaction % does not balance', v_id;
  end if;
  return null;
end;
$$;
