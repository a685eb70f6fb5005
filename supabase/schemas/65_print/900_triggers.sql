create trigger orders_print_accepted
after update of status on public.orders
for each row when (old.status = 'placed' and new.status = 'accepted')
execute function private.print_accepted_order();

create trigger store_printers_touch_updated_at
before update on public.store_printers
for each row execute function private.touch_updated_at();
