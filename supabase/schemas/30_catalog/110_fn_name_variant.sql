create function private.name_variant(p_translations jsonb, p_variant_name text, p_variant_translations jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select p_translations || coalesce((
    select jsonb_object_agg(t.locale, coalesce(p_translations -> t.locale, '{}')
      || jsonb_build_object('variant_name', coalesce(t.words ->> 'name', p_variant_name)))
    from jsonb_each(p_variant_translations) as t (locale, words)), '{}');
$$;
comment on function private.name_variant(jsonb, text, jsonb) is 'A product''s translations with the names of its variant beside them.';
