grant execute on function private.can_read_topic(text) to authenticated;

create policy linli_read_topic on realtime.messages for select to authenticated
  using (extension = 'broadcast' and private.can_read_topic((select realtime.topic())));

