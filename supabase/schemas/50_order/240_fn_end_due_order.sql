create function private.end_due_order()
returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
begin
  select * into v_order from public.orders
  where due_at <= now() order by due_at limit 1 for update skip locked;
  if not found then
    return false;
  end if;
  begin
    case v_order.status
      when 'pending_payment' then
        v_order := private.apply_order_command(v_order.id, 'expire', 'system', 'payment_overdue');
        perform private.close_order(v_order);
      when 'placed' then
        v_order := private.apply_order_command(v_order.id, 'time_out', 'system', 'store_no_answer');
        perform private.close_order(v_order);
      else
        -- The time of a scheduled delivery has come: its rider is called.
        update public.orders set due_at = null where id = v_order.id;
        perform private.create_delivery(v_order.id)
        where not exists (select 1 from public.deliveries where order_id = v_order.id);
    end case;
  exception when others then
    -- One order that cannot end must not keep the others waiting.
    raise warning 'order % cannot end: %', v_order.id, sqlerrm;
    update public.orders set due_at = now() + interval '5 minutes' where id = v_order.id;
  end;
  return true;
end;
$$;
comment on function private.end_due_order() is
  'Takes one order whose time has come and that nobody is busy with: unpaid or unanswered it ends, a scheduled delivery is begun. False when there is none.';
