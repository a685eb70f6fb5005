create trigger merchants_touch_updated_at
before update on public.merchants
for each row execute function private.touch_updated_at();

create trigger stores_touch_updated_at
before update on public.stores
for each row execute function private.touch_updated_at();

create trigger stores_check_timezone
before insert or update of timezone on public.stores
for each row execute function private.check_store_timezone();

create trigger store_hour_exceptions_check
before insert or update on public.store_hour_exceptions
for each row execute function private.check_hour_exception();

create trigger rate_card_rules_check
before insert or update on public.rate_card_rules
for each row execute function private.check_rate_rule();

create trigger slot_capacities_check
before update or delete on public.slot_capacities
for each row execute function private.check_slot_capacity();
