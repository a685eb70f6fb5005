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
begin
  if (select sum(amount_cents) from public.ledger_entries where transaction_id = new.transaction_id) <> 0 then
    raise exception 'ledger transaction % does not balance', new.transaction_id;
  end if;
  return null;
end;
$$;

