create function private.check_promotion_tiers()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if jsonb_typeof(new.tiers) is distinct from 'array' or jsonb_array_length(new.tiers) not between 1 and 10
    or exists (
      select 1 from jsonb_array_elements(new.tiers) t
      where jsonb_typeof(t -> 'min_cents') is distinct from 'number'
        or jsonb_typeof(t -> 'discount_cents') is distinct from 'number'
        or t ->> 'min_cents' !~ '^\d{1,9}$'
        or t ->> 'discount_cents' !~ '^[1-9]\d{0,8}$'
        or (new.kind = 'spend_and_save' and (t ->> 'discount_cents')::numeric > (t ->> 'min_cents')::numeric))
  then
    perform private.raise('promotion.tiers_invalid', 422);
  end if;
  if new.store_id is not null and not exists (
    select 1 from public.stores where id = new.store_id and city_id = new.city_id)
  then
    perform private.raise('promotion.store_of_other_city', 422);
  end if;
  return new;
end;
$$;

