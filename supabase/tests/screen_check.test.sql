-- A screen definition is held to the real schema: every fault is named with its place.
begin;
select plan(12);
select tests.make_town();
select tests.act_as('ops');

create function pg_temp.faults(p_part jsonb) returns text language sql as $$
  select string_agg(p ->> 'path' || ' ' || (p ->> 'key'), ', ' order by p ->> 'path', p ->> 'key')
  from jsonb_array_elements(public.check_screen('{"format": 1, "resource": "stores"}' || p_part)) p;
$$;
select is(pg_temp.faults('{"labels": {"zh-CN": "店铺", "en": "Stores"},
  "groups": [{"key": "basics", "labels": {"en": "Basics"}}],
  "fields": [{"column": "name", "group": "basics", "width": "half", "required_for": ["manager"]},
    {"column": "minimum_order_cents", "widget": "money", "visible_to": ["admin", "manager"]}, {"column": "merchant_id", "widget": "reference"}],
  "list": {"columns": ["name", "is_published"], "sort": {"column": "name", "order": "asc"}, "filters": [{"column": "is_published", "operator": "eq", "value": true}]},
  "views": [{"key": "open", "labels": {"en": "Open"}, "filters": [{"column": "name", "operator": "contains", "value": "面"}]}]}'),
  null, 'a good definition has no fault');
select is(pg_temp.faults('{"resource": "shops"}'), 'resource unknown_resource', 'an unknown resource');
select is(pg_temp.faults('{"fields": [{"column": "titel"}, {"column": "name"}, {"column": "name"}]}'),
  'fields.0.column unknown_column, fields.2 repeated', 'unknown and repeated columns');
select is(
  (select p #>> '{detail,nearest}' from jsonb_array_elements(public.check_screen(
    '{"format": 1, "resource": "stores", "fields": [{"column": "packaging_fee"}]}')) p limit 1),
  'packaging_fee_cents', 'the nearest name is offered');
select is(pg_temp.faults('{"fields": [{"column": "name", "widget": "map", "group": "nowhere", "visible_to": ["boss"]}]}'),
  'fields.0.group unknown_group, fields.0.visible_to unknown_role, fields.0.widget unfit_widget', 'widgets, groups and roles');
select is(pg_temp.faults('{"fields": [{"column": "rating_count", "required_for": ["admin"]}]}'),
  'fields.0.required_for missing_right', 'nobody can be asked for what nobody may write');
select is(pg_temp.faults('{"list": {"filters": [{"column": "is_published", "operator": "contains", "value": true}], "columns": ["gone"]}}'),
  'list.columns.0 unknown_column, list.filters.0.operator unfit_operator', 'lists and filters');
select is(pg_temp.faults('{"resource": "orders", "views": [{"key": "new", "filters": [{"column": "status", "operator": "eq", "value": "plced"}]}]}'),
  'views.0.filters.0.value unknown_value', 'values of enums');
select is(pg_temp.faults('{"resource": "orders", "actions": [{"key": "a", "rpc": "cancel_ordr"}, {"key": "b", "rpc": "run_minute"},
  {"key": "c", "rpc": "claim_refunds", "arguments": {"p_limit": {"from": "value", "value": 1}}}]}'),
  'actions.0.rpc unknown_rpc, actions.1.rpc unknown_rpc, actions.2.rpc missing_right', 'RPCs that are not there or not granted');
select is(pg_temp.faults('{"resource": "orders", "actions": [{"key": "cancel", "rpc": "cancel_order",
  "arguments": {"p_idempotency_key": {"from": "idempotency_key"}, "p_order_id": {"from": "row", "column": "ident"}, "p_reason": {"from": "input", "name": "why"}}}]}'),
  'actions.0.arguments missing_argument, actions.0.arguments.p_order_id unknown_column, actions.0.arguments.p_reason unknown_argument, '
  'actions.0.arguments.p_reason unknown_input', 'arguments are held to the function');
select is(pg_temp.faults('{"colour": "red", "labels": {"fr": "Magasins"}}'), 'colour unknown_key, labels.fr unknown_locale', 'keys and languages');
select is(pg_temp.faults('{"fields": 7}'), 'fields not_a_list', 'shapes');
select * from finish();
rollback;
