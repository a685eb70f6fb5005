create trigger custom_values_check
before insert or update on public.custom_values
for each row execute function private.check_custom_value();
