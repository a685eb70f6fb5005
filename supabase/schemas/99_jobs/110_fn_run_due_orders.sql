create procedure private.run_due_orders(p_limit int default 500)
language plpgsql
as $$
begin
  for n in 1 .. p_limit loop
    exit when not private.end_due_order();
    commit;
  end loop;
  for n in 1 .. p_limit loop
    exit when not private.end_due_request();
    commit;
  end loop;
  while private.run_voucher_expiry(1) > 0 loop
    commit;
  end loop;
end;
$$;
comment on procedure private.run_due_orders(int) is
  'Orders, requests and vouchers whose time is over, each in a transaction of its own, so that none waits for another. No search path: a procedure that sets one may not commit.';
