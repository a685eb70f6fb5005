create trigger segments_check
before insert or update of conditions on public.segments
for each row execute function private.check_segment();

create trigger segments_touch_updated_at
before update on public.segments
for each row execute function private.touch_updated_at();
