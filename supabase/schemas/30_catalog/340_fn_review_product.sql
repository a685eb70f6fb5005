create function private.needs_review(p_category_id uuid, p_store_id uuid)
returns boolean
language sql
stable
set search_path = ''
as $$
  select coalesce(bool_or(c.is_review_required), false)
  from private.category_ancestry(coalesce(p_category_id, (select s.category_id from public.stores s where s.id = p_store_id))) c;
$$;
comment on function private.needs_review(uuid, uuid) is 'Whether ops read a product of this category before it is shown.';

create function private.guard_product_status()
returns trigger
language plpgsql
security definer -- what the category asks need not be visible to the writer
set search_path = ''
as $$
begin
  -- Loads and ops decide themselves; a store's people go through review where there is one.
  if auth.uid() is null or private.has_ops_role('operations') or not private.needs_review(new.category_id, new.store_id) then
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.status := 'draft';
  elsif new.status = old.status and old.status <> 'draft' then
    new.status := case old.status when 'refused' then 'draft' else 'in_review' end::public.product_status;
  end if;
  return new;
end;
$$;
comment on function private.guard_product_status() is 'What a store changes in words, pictures or attributes of a reviewed product is reviewed again.';

create function private.log_product_review()
returns trigger
language plpgsql
security definer -- the log is written by this function only
set search_path = ''
as $$
begin
  insert into public.product_reviews (product_id, store_id, from_status, to_status, note, actor_id)
  values (new.id, new.store_id, old.status, new.status, new.review_note, auth.uid());
  perform private.broadcast('store:' || new.store_id, 'product.reviewed',
    jsonb_build_object('product_id', new.id, 'status', new.status));
  return null;
end;
$$;

create function public.submit_product(p_product_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- the review state changes by commands only
set search_path = ''
as $$
declare
  v_product public.products;
  v_user_id uuid;
  v_answer jsonb;
begin
  select * into v_product from public.products where id = p_product_id for update;
  if not found then
    perform private.raise('catalog.product_not_found', 404);
  end if;
  v_user_id := private.require_store_staff(v_product.store_id, '{manager}');
  v_answer := private.begin_command('submit_product', p_idempotency_key, v_user_id, p_product_id);
  if v_answer is not null then
    return v_answer;
  end if;
  if v_product.status not in ('draft', 'refused') then
    perform private.raise('catalog.review_refused', 409, jsonb_build_object('status', v_product.status));
  end if;
  update public.products
  set status = case when private.needs_review(category_id, store_id) then 'in_review' else 'published' end::public.product_status,
      review_note = ''
  where id = p_product_id
  returning * into v_product;
  return private.finish_command('submit_product', p_idempotency_key, v_user_id,
    jsonb_build_object('id', v_product.id, 'status', v_product.status));
end;
$$;
comment on function public.submit_product(uuid, text) is
  'A store hands a draft or refused product in for review; where no review is asked it is published at once.';

create function public.review_product(p_product_id uuid, p_idempotency_key text, p_is_approved boolean, p_note text default '')
returns jsonb
language plpgsql
security definer -- the review state changes by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('review_product', p_idempotency_key, v_user_id, p_product_id);
  v_product public.products;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_product from public.products where id = p_product_id for update;
  if not found then
    perform private.raise('catalog.product_not_found', 404);
  end if;
  -- A product that is already shown can still be taken down.
  if not (v_product.status = 'in_review' or (v_product.status = 'published' and p_is_approved is false)) then
    perform private.raise('catalog.review_refused', 409, jsonb_build_object('status', v_product.status));
  end if;
  if p_is_approved is not true and coalesce(trim(p_note), '') = '' then
    perform private.raise('catalog.review_note_required', 422);
  end if;
  update public.products
  set status = case when p_is_approved then 'published' else 'refused' end::public.product_status,
      review_note = left(trim(coalesce(p_note, '')), 500)
  where id = p_product_id
  returning * into v_product;
  return private.finish_command('review_product', p_idempotency_key, v_user_id,
    jsonb_build_object('id', v_product.id, 'status', v_product.status));
end;
$$;
comment on function public.review_product(uuid, text, boolean, text) is
  'Ops publish or refuse a product that is in review, or take one down; a refusal says why.';
