create function private.run_ad_auction(p_slot public.ad_slots, p_on date)
returns public.ad_runs
language plpgsql
set search_path = ''
as $$
declare
  v_run public.ad_runs;
  v_bid record;
  v_price bigint;
begin
  insert into public.ad_runs (slot_id, city_id, run_on, bid_count)
  select p_slot.id, p_slot.city_id, p_on, count(*)
  from public.ad_bids b
  where b.slot_id = p_slot.id and b.withdrawn_at is null and p_on between b.starts_on and b.ends_on
  on conflict (slot_id, run_on) do nothing
  returning * into v_run;
  if v_run.id is null or v_run.bid_count = 0 then
    return v_run;
  end if;
  for v_bid in
    select b.id, b.store_id, s.merchant_id, c.currency,
      -- Another store of the same merchant does not drive the price.
      greatest(p_slot.floor_cents, coalesce((
        select max(o.amount_cents)
        from public.ad_bids o join public.stores os on os.id = o.store_id
        where o.slot_id = p_slot.id and o.withdrawn_at is null and p_on between o.starts_on and o.ends_on
          and os.is_published and os.merchant_id <> s.merchant_id and o.amount_cents <= b.amount_cents), 0)) as price_cents
    from public.ad_bids b
    join public.stores s on s.id = b.store_id and s.is_published
    join public.cities c on c.id = s.city_id
    where b.slot_id = p_slot.id and b.withdrawn_at is null and p_on between b.starts_on and b.ends_on
      and b.amount_cents >= p_slot.floor_cents
    order by b.amount_cents desc, b.created_at, b.id
  loop
    -- Paid from what is owed to the merchant; who has too little is passed over.
    v_price := v_bid.price_cents;
    continue when v_price > -private.account_balance(
      private.payable_account('merchant', v_bid.merchant_id, v_bid.currency));
    update public.ad_runs
    set bid_id = v_bid.id, store_id = v_bid.store_id, price_cents = v_price,
        ledger_transaction_id = private.post_ledger('ad_charged', 'ad:' || v_run.id, null, v_bid.currency, now(),
          jsonb_build_array(
            jsonb_build_object('account', 'merchant_payable', 'owner_id', v_bid.merchant_id, 'purpose', 'advertising', 'amount_cents', v_price),
            jsonb_build_object('account', 'platform_commission', 'purpose', 'advertising', 'amount_cents', -v_price)))
    where id = v_run.id
    returning * into v_run;
    exit;
  end loop;
  return v_run;
end;
$$;
comment on function private.run_ad_auction(public.ad_slots, date) is
  'Sells a day of a slot once: the highest bid that can be paid wins, at the price of the next merchant''s bid, never below the floor.';

create function private.run_ad_auctions()
returns void
language plpgsql
security definer -- runs as the job's owner
set search_path = ''
as $$
declare
  v_due record;
begin
  for v_due in
    select a as slot, (now() at time zone c.timezone)::date as on_date
    from public.ad_slots a
    join public.cities c on c.id = a.city_id
    where a.is_active and not exists (
      select 1 from public.ad_runs r where r.slot_id = a.id and r.run_on = (now() at time zone c.timezone)::date)
    order by a.id
  loop
    perform private.run_ad_auction(v_due.slot, v_due.on_date);
  end loop;
end;
$$;
comment on function private.run_ad_auctions() is 'The auctions of the day that has begun in each city; a repeat finds nothing to do.';
