create function private.run_voucher_expiry(p_limit int default 50)
returns int
language plpgsql
set search_path = ''
as $$
declare
  v_order_id uuid;
  v_voucher public.vouchers;
  v_count int := 0;
begin
  -- One order at a time, and none that somebody is busy with: its vouchers are locked after it, as every command does.
  for v_order_id in
    select o.id from public.orders o
    where o.id in (select order_id from public.vouchers where status = 'issued' and expires_at <= now() order by expires_at limit p_limit)
    order by o.id for update skip locked
  loop
    for v_voucher in
      select * from public.vouchers where order_id = v_order_id and status = 'issued' and expires_at <= now() order by id
    loop
      v_voucher := private.apply_voucher_command(v_voucher.id, 'expire', 'system');
      perform private.refund_voucher(v_voucher, 'system', 'voucher_expired');
      v_count := v_count + 1;
    end loop;
  end loop;
  return v_count;
end;
$$;
comment on function private.run_voucher_expiry(int) is 'Ends vouchers whose time is over and pays them back; returns how many.';
