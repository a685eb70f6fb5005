create function private.commission_plan_content(p_plan_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object('name', p.name, 'translations', p.translations, 'is_default', p.is_default, 'is_active', p.is_active,
    'rules', (
      select coalesce(jsonb_agg(to_jsonb(r) - '{plan_id,sort_order,created_at,updated_at}'::text[] order by r.sort_order, r.id), '[]')
      from public.commission_rules r where r.plan_id = p.id))
  from public.commission_plans p where p.id = p_plan_id;
$$;
comment on function private.commission_plan_content(uuid) is 'A plan with its rules in order, as save_commission_plan takes it.';

create function public.save_commission_plan(p_plan jsonb, p_idempotency_key text, p_plan_id uuid default null)
returns jsonb
language plpgsql
security definer -- a plan and its rules change together, and each change is kept
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('finance');
  v_answer jsonb := private.begin_command('save_commission_plan', p_idempotency_key, v_user_id, p_plan_id);
  v_rules jsonb := coalesce(p_plan -> 'rules', '[]');
  v_plan public.commission_plans;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  -- Plans change one after another: only one of them is the default.
  perform 1 from public.commission_plans order by id for update;
  if jsonb_typeof(v_rules) <> 'array' or jsonb_array_length(v_rules) not between 1 and 50
    or coalesce(length(btrim(p_plan ->> 'name')), 0) not between 1 and 60
  then
    perform private.raise('ledger.plan_invalid', 422, jsonb_build_object('field', case when jsonb_typeof(v_rules) = 'array'
      and jsonb_array_length(v_rules) between 1 and 50 then 'name' else 'rules' end));
  end if;
  if p_plan_id is null then
    insert into public.commission_plans (name) values (btrim(p_plan ->> 'name')) returning * into v_plan;
  else
    select * into v_plan from public.commission_plans where id = p_plan_id;
    if not found then
      perform private.raise('ledger.plan_not_found', 404);
    end if;
    -- What a plan was before its first change is kept as well.
    insert into public.commission_plan_versions (plan_id, version, content, created_at)
    values (p_plan_id, 1, private.commission_plan_content(p_plan_id), v_plan.updated_at)
    on conflict do nothing;
  end if;
  if v_plan.is_default and not coalesce((p_plan ->> 'is_default')::boolean and (p_plan ->> 'is_active')::boolean, false) then
    perform private.raise('ledger.plan_default_needed', 409);
  end if;
  if (p_plan ->> 'is_default')::boolean then
    update public.commission_plans set is_default = false where is_default and id <> v_plan.id;
  end if;
  update public.commission_plans
  set name = btrim(p_plan ->> 'name'), translations = coalesce(p_plan -> 'translations', '{}'),
      is_default = coalesce((p_plan ->> 'is_default')::boolean, false),
      is_active = coalesce((p_plan ->> 'is_active')::boolean, true)
  where id = v_plan.id;
  begin
    delete from public.commission_rules r
    where r.plan_id = v_plan.id and not exists (select 1 from jsonb_array_elements(v_rules) l where l ->> 'id' = r.id::text);
    insert into public.commission_rules (id, plan_id, name, category_id, fulfillment_type, promotion_id, percent_bps, fixed_cents,
      minimum_cents, maximum_cents, sort_order, is_active)
    select coalesce(k.id, gen_random_uuid()), v_plan.id, coalesce(r.name, ''), r.category_id, r.fulfillment_type, r.promotion_id,
      coalesce(r.percent_bps, 0), coalesce(r.fixed_cents, 0), coalesce(r.minimum_cents, 0), r.maximum_cents, l.line * 10,
      coalesce(r.is_active, true)
    from jsonb_array_elements(v_rules) with ordinality as l (rule, line)
    cross join lateral jsonb_populate_record(null::public.commission_rules, l.rule) as r
    left join public.commission_rules k on k.id = r.id and k.plan_id = v_plan.id
    on conflict (id) do update set name = excluded.name, category_id = excluded.category_id,
      fulfillment_type = excluded.fulfillment_type, promotion_id = excluded.promotion_id, percent_bps = excluded.percent_bps,
      fixed_cents = excluded.fixed_cents, minimum_cents = excluded.minimum_cents, maximum_cents = excluded.maximum_cents,
      sort_order = excluded.sort_order, is_active = excluded.is_active;
  exception
    when data_exception or check_violation or not_null_violation or foreign_key_violation then
      perform private.raise('ledger.plan_invalid', 422, jsonb_build_object('field', 'rules', 'message', sqlerrm));
  end;
  insert into public.commission_plan_versions (plan_id, version, changed_by, content)
  select v_plan.id, coalesce(max(v.version), 0) + 1, v_user_id, private.commission_plan_content(v_plan.id)
  from public.commission_plan_versions v where v.plan_id = v_plan.id;
  return private.finish_command('save_commission_plan', p_idempotency_key, v_user_id,
    jsonb_build_object('id', v_plan.id) || private.commission_plan_content(v_plan.id));
end;
$$;
comment on function public.save_commission_plan(jsonb, text, uuid) is
  'Makes a plan, or changes one with its rules in order: {name, translations, is_default, is_active, rules: [{id, name, category_id, fulfillment_type, promotion_id, percent_bps, fixed_cents, minimum_cents, maximum_cents, is_active}]}; rules that are left out go. Orders already placed keep their terms. Finance. Errors: ledger.plan_invalid, ledger.plan_default_needed.';
