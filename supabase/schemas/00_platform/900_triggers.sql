create trigger outbox_messages_nudge_workflows
after insert on private.outbox_messages
referencing new table as added
for each statement execute function private.nudge_workflows();

create trigger settings_check
before insert or update of value, schema on public.settings
for each row execute function private.check_setting();
