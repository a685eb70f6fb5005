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

create trigger stores_list_new
after insert on public.stores
referencing new table as new_rows
for each statement execute function private.list_new_stores();

create trigger stores_list_changed
after update on public.stores
referencing old table as old_rows new table as new_rows
for each statement execute function private.list_changed_stores();

create trigger store_hours_list_new
after insert on public.store_hours
referencing new table as new_rows
for each statement execute function private.list_stores_of_rows();

create trigger store_hours_list_changed
after update on public.store_hours
referencing old table as old_rows new table as new_rows
for each statement execute function private.list_stores_of_rows();

create trigger store_hours_list_removed
after delete on public.store_hours
referencing old table as old_rows
for each statement execute function private.list_stores_of_rows();

create trigger store_hour_exceptions_list_new
after insert on public.store_hour_exceptions
referencing new table as new_rows
for each statement execute function private.list_stores_of_rows();

create trigger store_hour_exceptions_list_changed
after update on public.store_hour_exceptions
referencing old table as old_rows new table as new_rows
for each statement execute function private.list_stores_of_rows();

create trigger store_hour_exceptions_list_removed
after delete on public.store_hour_exceptions
referencing old table as old_rows
for each statement execute function private.list_stores_of_rows();

create trigger merchants_list_stores
after update of status on public.merchants
for each row when (old.status <> new.status)
execute function private.list_stores_of_merchant();

create trigger cities_list_stores
after update of is_active, timezone on public.cities
for each row when (old.is_active <> new.is_active or old.timezone <> new.timezone)
execute function private.list_stores_of_city();

create trigger zones_list_stores
after insert or delete or update of area, is_active on public.zones
for each row execute function private.list_stores_of_city();

create trigger rate_cards_list_stores
after insert or delete or update on public.rate_cards
for each row execute function private.list_stores_of_city();

create trigger license_documents_list_stores
after insert or delete or update of status, expires_on on public.license_documents
for each row execute function private.list_stores_of_merchant();

create trigger categories_list_stores
after update of required_license_kinds, parent_id on public.categories
for each row when (
  old.required_license_kinds <> new.required_license_kinds or old.parent_id is distinct from new.parent_id)
execute function private.list_stores_of_category();

create trigger onboarding_applications_touch_updated_at
before update on public.onboarding_applications
for each row execute function private.touch_updated_at();
