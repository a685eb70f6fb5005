alter table private.resource_catalogues enable row level security;
alter table public.screen_definitions enable row level security;
alter table public.custom_fields enable row level security;
alter table public.custom_values enable row level security;
alter table public.custom_resources enable row level security;

grant select on public.screen_definitions, public.custom_fields, public.custom_resources to authenticated;
create policy select_published_or_ops on public.screen_definitions for select to authenticated
  using (status = 'published' or (select private.is_ops()));
create policy select_shown on public.custom_fields for select to authenticated
  using (not is_internal or (select private.is_ops()));
create policy select_ops on public.custom_resources for select to authenticated using ((select private.is_ops()));

-- Written through set_custom_values, as the caller: the rights on a value are those on its row.
grant select, insert (resource, row_id, key, value), update (value), delete on public.custom_values to authenticated;
create policy select_reader on public.custom_values for select to authenticated
  using (private.can_read_custom_field(resource, key) and private.can_read_row(resource, row_id));
create policy insert_editor on public.custom_values for insert to authenticated
  with check (private.can_read_custom_field(resource, key) and private.can_change_row(resource, row_id));
create policy update_editor on public.custom_values for update to authenticated
  using (private.can_read_custom_field(resource, key) and private.can_change_row(resource, row_id))
  with check (private.can_read_custom_field(resource, key) and private.can_change_row(resource, row_id));
create policy delete_editor on public.custom_values for delete to authenticated
  using (private.can_read_custom_field(resource, key) and private.can_change_row(resource, row_id));

grant execute on function
  private.can_read_custom_field(text, text), private.can_read_row(text, text), private.can_change_row(text, text),
  private.row_filter(text), private.resource_catalogue(), private.my_rights(),
  private.weigh_right(jsonb, jsonb, jsonb, int), private.screen_parts(jsonb, text)
  to authenticated;
grant execute on function
  public.describe_resources(text), public.describe_role_rights(), public.get_row_rights(text, jsonb), public.get_screen(text), public.preview_screen(jsonb), public.check_screen(jsonb),
  public.diff_screens(jsonb, jsonb), public.save_screen_draft(text, jsonb, timestamptz, text),
  public.discard_screen_draft(text), public.publish_screen(uuid, text), public.roll_back_screen(uuid, text),
  public.save_custom_field(text, text, jsonb, jsonb, jsonb, boolean, boolean, int),
  public.retire_custom_field(text, text), public.set_custom_values(text, text, jsonb),
  public.create_custom_resource(text, public.resource_template, jsonb, jsonb, text), public.drop_custom_resource(text)
  to authenticated;
