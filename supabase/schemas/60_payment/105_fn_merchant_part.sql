create function private.merchant_part(p_adjustment jsonb)
returns bigint
language sql
immutable
set search_path = ''
as $$
  select case p_adjustment ->> 'cost_bearer'
    when 'merchant' then -(p_adjustment ->> 'amount_cents')::bigint
    when 'shared' then round(
      -(p_adjustment ->> 'amount_cents')::bigint * coalesce((p_adjustment ->> 'merchant_share_bps')::int, 0) / 10000.0)::bigint
    else 0 end;
$$;
comment on function private.merchant_part(jsonb) is 'How much of a discount {amount_cents, cost_bearer, merchant_share_bps} the merchant bears.';
