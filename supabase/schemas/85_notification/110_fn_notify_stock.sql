create function private.notify_stock(p_item public.stock_items, p_event text, p_left_count int)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_params jsonb;
begin
  v_params := jsonb_build_object(
    'store', (select name from public.stores where id = p_item.store_id),
    'product', coalesce(
      (select name from public.products where id = p_item.product_id),
      (select p.name || ' ' || v.name from public.product_variants v
       join public.products p on p.id = v.product_id where v.id = p_item.variant_id),
      (select name from public.modifiers where id = p_item.modifier_id)),
    'left', p_left_count);
  insert into private.outbox_messages (kind, payload)
  select 'notify.in_app', jsonb_build_object('user_id', m.user_id, 'event', r.event,
    'title', private.render_text(coalesce(r.translations #>> array[p.locale, 'title'], r.title), v_params),
    'body', private.render_text(coalesce(r.translations #>> array[p.locale, 'body'], r.body), v_params))
  from public.notification_rules r
  join public.stores s on s.id = p_item.store_id
  join public.merchant_members m on m.merchant_id = s.merchant_id and (m.store_id is null or m.store_id = s.id)
  left join public.profiles p on p.id = m.user_id
  where r.is_active and r.event = p_event and r.audience = 'merchant' and r.channel = 'in_app';
end;
$$;
comment on function private.notify_stock(public.stock_items, text, int) is
  'Puts the messages about stock that the rules ask for into the outbox of a store''s staff.';
