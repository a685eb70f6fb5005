create trigger ledger_entries_append_only
before update or delete on public.ledger_entries
for each row execute function private.refuse_ledger_change();

create trigger ledger_transactions_append_only
before update or delete on public.ledger_transactions
for each row execute function private.refuse_ledger_change();

create trigger ledger_entries_balance
after insert on public.ledger_entries
referencing new table as added
for each statement execute function private.check_ledger_balance();

create trigger settlement_lines_append_only
before update or delete on public.settlement_lines
for each row execute function private.refuse_ledger_change();

create trigger settlement_statements_append_only
before update or delete on public.settlement_statements
for each row execute function private.refuse_ledger_change();

create trigger commission_plans_touch_updated_at
before update on public.commission_plans
for each row execute function private.touch_updated_at();

create trigger commission_rules_touch_updated_at
before update on public.commission_rules
for each row execute function private.touch_updated_at();

create trigger merchant_contracts_touch_updated_at
before update on public.merchant_contracts
for each row execute function private.touch_updated_at();
