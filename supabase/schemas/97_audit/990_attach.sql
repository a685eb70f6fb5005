create trigger audit_log_append_only
before update or delete on public.audit_log
for each row execute function private.refuse_audit_change();

-- Every table that signed-in people may write, but for what is a person's own, and those that commands write for the back office.
do $$
declare
  v_table regclass;
begin
  for v_table in
    select c.oid
    from pg_catalog.pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname <> all ('{addresses,profiles,notifications}')
      and (has_table_privilege('authenticated', c.oid, 'insert, update, delete')
        or has_any_column_privilege('authenticated', c.oid, 'insert, update')
        or c.relname = any (array[
          'ops_members', 'merchant_members', 'merchants', 'stores', 'riders', 'zones', 'rate_cards', 'rate_card_rules',
          'order_cancel_policies', 'commission_plans', 'commission_rules', 'member_tiers', 'dispatch_parameters', 'rider_pay_rules', 'incident_modes', 'city_conditions',
          'blocks', 'customer_notes', 'contact_reveals', 'screen_definitions', 'custom_fields', 'custom_resources', 'custom_values']))
    order by c.relname
  loop
    perform private.audit_table(v_table);
  end loop;
end
$$;

do $$
begin
  perform private.audit_table('private.payout_accounts');
end
$$;
