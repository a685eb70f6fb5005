create function private.liable_of_reason(p_reason_code text)
returns public.liable_party
language plpgsql
stable
set search_path = ''
as $$
begin
  return (
    -- A customer pays nothing back: what is their own fault is the platform's to give.
    select case r.liable_party when 'customer' then 'platform' else r.liable_party end
    from public.reason_codes r where r.code = p_reason_code);
end;
$$;
comment on function private.liable_of_reason(text) is
  'Who bears money that goes back for this reason, unless the platform decides otherwise; null where the reason does not say. Refunds and cancellations by ops go by it.';
