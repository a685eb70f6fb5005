create function private.require_promotion_editor(p_promotion_id uuid)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  perform private.require_user();
  if not exists (
    select 1 from public.promotions p
    where p.id = p_promotion_id and (private.has_ops_role('operations') or (
      p.cost_bearer = 'merchant' and p.store_id in (select private.my_store_ids('{manager}')))))
  then
    perform private.raise('promotion.not_found', 404);
  end if;
end;
$$;
comment on function private.require_promotion_editor(uuid) is 'Ops, or a manager of the store that pays for the promotion.';
