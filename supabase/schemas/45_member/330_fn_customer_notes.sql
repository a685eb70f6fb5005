create function public.add_customer_note(p_customer_id uuid, p_body text, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- notes are written by this command only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops();
  v_answer jsonb := private.begin_command('add_customer_note', p_idempotency_key, v_user_id, p_customer_id);
  v_body text := btrim(coalesce(p_body, ''));
  v_note public.customer_notes;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if length(v_body) not between 1 and 1000 then
    perform private.raise('member.note_invalid', 422);
  end if;
  if not exists (select 1 from public.profiles where id = p_customer_id) then
    perform private.raise('identity.person_not_found', 404);
  end if;
  insert into public.customer_notes (customer_id, author_id, body) values (p_customer_id, v_user_id, v_body)
  returning * into v_note;
  return private.finish_command('add_customer_note', p_idempotency_key, v_user_id, to_jsonb(v_note));
end;
$$;
comment on function public.add_customer_note(uuid, text, text) is 'Staff of the operator note something about a customer; notes are never changed. Answers the note.';

create function public.list_customer_notes(p_customer_id uuid, p_before_id bigint default null, p_limit int default 20)
returns jsonb
language plpgsql
stable
security definer -- names of the authors are not the reader's to see otherwise
set search_path = ''
as $$
begin
  perform private.require_ops();
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', n.id, 'author_name', p.display_name, 'body', n.body, 'created_at', n.created_at) order by n.id desc), '[]')
    from (
      select * from public.customer_notes x
      where x.customer_id = p_customer_id and (p_before_id is null or x.id < p_before_id)
      order by x.id desc
      limit least(greatest(p_limit, 1), 100)) n
    left join public.profiles p on p.id = n.author_id);
end;
$$;
comment on function public.list_customer_notes(uuid, bigint, int) is
  'Notes about a customer, newest first: [{id, author_name, body, created_at}]. The next page begins before the last id.';

create function public.reveal_customer_contact(p_customer_id uuid, p_reason text)
returns jsonb
language plpgsql
security definer -- contacts live in auth.users; each look is written down
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('support');
  v_reason text := btrim(coalesce(p_reason, ''));
begin
  if length(v_reason) not between 2 and 300 then
    perform private.raise('member.reason_required', 422);
  end if;
  if not exists (select 1 from public.profiles where id = p_customer_id) then
    perform private.raise('identity.person_not_found', 404);
  end if;
  insert into public.contact_reveals (customer_id, actor_id, reason) values (p_customer_id, v_user_id, v_reason);
  return (
    select jsonb_build_object('phone', nullif(u.phone, ''), 'email', nullif(u.email, ''), 'addresses', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', a.id, 'contact_name', a.contact_name, 'contact_phone', a.contact_phone, 'street', a.street, 'detail', a.detail)
        order by a.is_default desc, a.created_at, a.id), '[]')
      from public.addresses a where a.user_id = u.id))
    from auth.users u where u.id = p_customer_id);
end;
$$;
comment on function public.reveal_customer_contact(uuid, text) is
  'A customer''s whole phone, e-mail and addresses for support, with a reason: {phone, email, addresses: [{id, contact_name, contact_phone, street, detail}]}. Each look is written down.';
