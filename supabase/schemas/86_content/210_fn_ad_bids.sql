create function private.require_ad_bidder(p_store_id uuid)
returns uuid
language plpgsql
stable
set search_path = ''
as $$
begin
  perform private.require_user();
  if not private.has_ops_role('operations')
    and not exists (select 1 from private.my_store_ids('{manager}') id where id = p_store_id)
  then
    perform private.raise('store.not_manager', 403);
  end if;
  return auth.uid();
end;
$$;
comment on function private.require_ad_bidder(uuid) is 'A manager of the store, or operations.';

create function public.place_ad_bid(
  p_slot_id uuid, p_store_id uuid, p_amount_cents bigint, p_starts_on date, p_ends_on date, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- bids are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ad_bidder(p_store_id);
  v_answer jsonb := private.begin_command('place_ad_bid', p_idempotency_key, v_user_id, p_slot_id);
  v_slot public.ad_slots;
  v_today date;
  v_bid public.ad_bids;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select a.* into v_slot
  from public.ad_slots a join public.stores s on s.city_id = a.city_id and s.id = p_store_id
  where a.id = p_slot_id and a.is_active
  -- Bids for one slot wait for each other: a store has one bid for a day.
  for update of a;
  if not found then
    perform private.raise('content.slot_not_found', 404);
  end if;
  select (now() at time zone c.timezone)::date into v_today from public.cities c where c.id = v_slot.city_id;
  if p_amount_cents is null or p_amount_cents < v_slot.floor_cents then
    perform private.raise('content.bid_below_floor', 422, jsonb_build_object('floor_cents', v_slot.floor_cents));
  end if;
  if p_starts_on is null or p_ends_on is null or p_starts_on < v_today or p_ends_on < p_starts_on or p_ends_on > p_starts_on + 90 then
    perform private.raise('content.bid_days_invalid', 422);
  end if;
  if exists (
    select 1 from public.ad_bids b
    where b.slot_id = p_slot_id and b.store_id = p_store_id and b.withdrawn_at is null
      and b.starts_on <= p_ends_on and b.ends_on >= p_starts_on)
  then
    perform private.raise('content.bid_overlaps', 409);
  end if;
  insert into public.ad_bids (slot_id, store_id, amount_cents, starts_on, ends_on, placed_by)
  values (p_slot_id, p_store_id, p_amount_cents, p_starts_on, p_ends_on, v_user_id)
  returning * into v_bid;
  return private.finish_command('place_ad_bid', p_idempotency_key, v_user_id, to_jsonb(v_bid) - 'placed_by');
end;
$$;
comment on function public.place_ad_bid(uuid, uuid, bigint, date, date, text) is
  'A manager (or operations) offers at most this much for each day of a store in a slot; the auction of a day is soon after midnight of the city. Answers the bid.';

create function public.withdraw_ad_bid(p_bid_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- bids are written by commands only
set search_path = ''
as $$
declare
  v_bid public.ad_bids;
  v_user_id uuid;
  v_answer jsonb;
begin
  select * into v_bid from public.ad_bids where id = p_bid_id for update;
  if not found then
    perform private.require_user();
    perform private.raise('content.bid_not_found', 404);
  end if;
  v_user_id := private.require_ad_bidder(v_bid.store_id);
  v_answer := private.begin_command('withdraw_ad_bid', p_idempotency_key, v_user_id, p_bid_id);
  if v_answer is not null then
    return v_answer;
  end if;
  update public.ad_bids set withdrawn_at = coalesce(withdrawn_at, now()) where id = p_bid_id returning * into v_bid;
  return private.finish_command('withdraw_ad_bid', p_idempotency_key, v_user_id, to_jsonb(v_bid) - 'placed_by');
end;
$$;
comment on function public.withdraw_ad_bid(uuid, text) is 'The bid takes no part in auctions from the next one on; a day already won runs and is paid.';
