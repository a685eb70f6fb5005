create trigger risk_rules_check
before insert or update on public.risk_rules
for each row execute function private.check_risk_rule();
