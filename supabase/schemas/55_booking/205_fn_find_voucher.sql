create function private.voucher_by_code(p_store_id uuid, p_code text)
returns public.vouchers
language plpgsql
stable
set search_path = ''
as $$
declare
  v_voucher public.vouchers;
  v_other text;
begin
  -- A scanner or a person may put blanks and dashes between the digits.
  select * into v_voucher from public.vouchers where code = regexp_replace(coalesce(p_code, ''), '[\s-]', '', 'g');
  if v_voucher.store_id = p_store_id then
    return v_voucher;
  end if;
  -- A store of the same merchant is named. A code of others is as unknown as no code: nobody can try out which exist.
  select o.name into v_other
  from public.stores o
  join public.stores own on own.merchant_id = o.merchant_id and own.id = p_store_id
  where o.id = v_voucher.store_id;
  if found then
    perform private.raise('voucher.other_store', 409, jsonb_build_object('store', v_other));
  end if;
  perform private.raise('voucher.not_found', 404);
  return null;
end;
$$;
comment on function private.voucher_by_code(uuid, text) is 'The voucher of a store with this code; says so when another store of the merchant sold it.';

create function private.voucher_desk_row(p_voucher public.vouchers)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.voucher_answer(p_voucher) || jsonb_build_object(
    'order_number', o.number, 'currency', o.currency, 'bought_at', p_voucher.created_at,
    -- Who has no phone signed up by e-mail; a voucher has no contact of its own.
    'customer_phone', private.mask_phone(nullif(u.phone, '')),
    'customer_name', nullif(left(c.display_name, 1), '') || '**',
    'redeemed_by', nullif(s.display_name, ''))
  from public.orders o
  join auth.users u on u.id = p_voucher.customer_id
  left join public.profiles c on c.id = p_voucher.customer_id
  left join public.profiles s on s.id = p_voucher.redeemed_by_id
  where o.id = p_voucher.order_id;
$$;
comment on function private.voucher_desk_row(public.vouchers) is 'A voucher as the store that takes it sees it: its customer masked, its code hidden.';

create function public.find_voucher(p_store_id uuid, p_code text)
returns jsonb
language plpgsql
stable
security definer -- codes are in no grant
set search_path = ''
as $$
declare
  v_voucher public.vouchers;
begin
  perform private.require_store_staff(p_store_id);
  v_voucher := private.voucher_by_code(p_store_id, p_code);
  -- Over by the clock although the daily run has not ended it yet.
  return private.voucher_desk_row(v_voucher) || jsonb_build_object(
    'status', case when v_voucher.status = 'issued' and v_voucher.expires_at <= now() then 'expired' else v_voucher.status::text end);
end;
$$;
comment on function public.find_voucher(uuid, text) is
  'What a code is, before staff of the store take it: {id, status, name, translations, code_hint, amount_cents, currency, expires_at, bought_at, order_id, order_number, customer_phone, customer_name, redeemed_at, redeemed_by}. Changes nothing.';

create function public.list_voucher_redemptions(p_store_id uuid, p_from timestamptz, p_to timestamptz)
returns jsonb
language plpgsql
stable
security definer -- shows who of the staff took a voucher, and a masked customer
set search_path = ''
as $$
begin
  perform private.require_store_staff(p_store_id);
  return (
    select coalesce(jsonb_agg(private.voucher_desk_row(v) order by v.redeemed_at desc, v.id), '[]')
    from (
      select * from public.vouchers
      where store_id = p_store_id and status = 'redeemed' and redeemed_at >= p_from and redeemed_at < p_to
      order by redeemed_at desc
      limit 500) v);
end;
$$;
comment on function public.list_voucher_redemptions(uuid, timestamptz, timestamptz) is
  'Vouchers that a store took in a time, newest first, 500 at most; rows as find_voucher answers them.';
