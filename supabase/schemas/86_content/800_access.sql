alter table public.articles enable row level security;
alter table public.banners enable row level security;
alter table public.ad_slots enable row level security;
alter table public.ad_bids enable row level security;
alter table public.ad_runs enable row level security;

grant select on public.articles to anon, authenticated;
grant insert (city_id, slug, name, summary, body, translations, picture_path, is_published),
  update (city_id, name, summary, body, translations, picture_path, is_published), delete
  on public.articles to authenticated;
create policy select_published on public.articles for select to anon using (is_published);
create policy select_published_or_ops on public.articles for select to authenticated
  using (is_published or (select private.is_ops()));
create policy insert_ops on public.articles for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy update_ops on public.articles for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy delete_ops on public.articles for delete to authenticated using ((select private.has_ops_role('operations')));

-- Customers read banners through get_home_content: whom a segment means is not for them.
grant select, delete on public.banners to authenticated;
grant insert (city_id, place, name, subtitle, translations, picture_path, link, segment_id, sort_order, starts_at, ends_at, is_published),
  update (place, name, subtitle, translations, picture_path, link, segment_id, sort_order, starts_at, ends_at, is_published)
  on public.banners to authenticated;
create policy select_ops on public.banners for select to authenticated using ((select private.is_ops()));
create policy insert_ops on public.banners for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy update_ops on public.banners for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy delete_ops on public.banners for delete to authenticated using ((select private.has_ops_role('operations')));

grant select on public.ad_slots to authenticated;
grant insert (city_id, name, translations, position, floor_cents, is_active),
  update (name, translations, position, floor_cents, is_active), delete
  on public.ad_slots to authenticated;
create policy select_bidder on public.ad_slots for select to authenticated
  using ((select private.is_ops()) or (select exists (select private.my_store_ids())));
create policy insert_ops on public.ad_slots for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy update_ops on public.ad_slots for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy delete_ops on public.ad_slots for delete to authenticated using ((select private.has_ops_role('operations')));

-- What others offer is nobody's to see.
grant select on public.ad_bids, public.ad_runs to authenticated;
create policy select_own on public.ad_bids for select to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.is_ops()));
create policy select_own on public.ad_runs for select to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.is_ops()));

grant execute on function public.get_home_content(uuid, public.content_place) to anon, authenticated;
grant execute on function
  public.place_ad_bid(uuid, uuid, bigint, date, date, text), public.withdraw_ad_bid(uuid, text)
  to authenticated;
