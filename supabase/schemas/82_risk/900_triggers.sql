create trigger risk_rules_check
before insert or update on public.risk_rules
for each row execute function private.check_risk_rule();

create trigger risk_rules_keep_version
after insert or update on public.risk_rules
for each row execute function private.keep_risk_rule_version();
