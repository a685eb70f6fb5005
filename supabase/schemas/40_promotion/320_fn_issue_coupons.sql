create function public.issue_coupons(
  p_promotion_id uuid, p_idempotency_key text, p_customer_ids uuid[] default '{}', p_segment jsonb default null,
  p_code_count int default 0)
returns jsonb
language plpgsql
security definer -- coupons are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('issue_coupons', p_idempotency_key, v_user_id, p_promotion_id);
  v_promotion public.promotions;
  v_customer_id uuid;
  v_count int := 0;
  v_codes text[] := '{}'::text[];
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_promotion from public.promotions where id = p_promotion_id and kind = 'coupon' and status = 'published';
  if not found then
    perform private.raise('promotion.not_found', 404);
  end if;
  if coalesce(p_code_count, 0) not between 0 and 5000 or cardinality(coalesce(p_customer_ids, '{}')) > 5000 then
    perform private.raise('promotion.too_many_coupons', 422);
  end if;
  if p_segment is not null then
    perform private.check_json_logic(p_segment);
  end if;
  for v_customer_id in
    select id from public.profiles where id = any (coalesce(p_customer_ids, '{}'))
    union
    select p.id from public.profiles p
    where p_segment is not null and private.js_truthy(private.json_logic(
      p_segment, jsonb_build_object('customer', private.customer_facts(p.id))))
  loop
    perform private.give_coupon(v_promotion, v_customer_id, 'issue', 'issued');
    v_count := v_count + 1;
  end loop;
  for i in 1 .. coalesce(p_code_count, 0) loop
    v_codes := v_codes || (private.give_coupon(v_promotion, null, 'code', 'issued',
      translate(upper(encode(extensions.gen_random_bytes(6), 'hex')), '01', 'XZ'))).code;
  end loop;
  return private.finish_command('issue_coupons', p_idempotency_key, v_user_id,
    jsonb_build_object('issued_count', v_count, 'codes', to_jsonb(v_codes)));
end;
$$;
comment on function public.issue_coupons(uuid, text, uuid[], jsonb, int) is
  'Ops give coupons to customers, to everyone whom a JsonLogic over {customer} means, or as codes that work once. Answers {issued_count, codes}.';

create function public.set_coupon_code(p_promotion_id uuid, p_code text)
returns void
language plpgsql
security definer -- codes are private
set search_path = ''
as $$
declare
  v_code text := nullif(upper(btrim(p_code)), '');
begin
  perform private.require_promotion_editor(p_promotion_id);
  if v_code !~ '^[A-Z0-9]{4,24}$' then
    perform private.raise('promotion.code_invalid', 422);
  end if;
  delete from private.coupon_codes where promotion_id = p_promotion_id;
  if v_code is not null then
    insert into private.coupon_codes (code, promotion_id)
    select v_code, id from public.promotions
    where id = p_promotion_id and kind = 'coupon' and effect ->> 'distribution' = 'code'
    on conflict (code) do nothing;
    if not found then
      perform private.raise('promotion.code_taken', 409);
    end if;
  end if;
end;
$$;
comment on function public.set_coupon_code(uuid, text) is
  'The code (4–24 letters and digits) that everyone redeems for a coupon of a campaign with distribution code; null takes it away.';
