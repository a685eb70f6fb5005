-- What the hand-written screens offer is what the database allows: for every role × what it asks of the database.
begin;
select plan(3);
select tests.full_town();
insert into auth.users (id, email)
select tests.person(name), name || '@test.linli' from unnest(array['ops_operations', 'ops_finance', 'ops_support', 'courier']) name;
insert into public.ops_members (user_id, role) values
  (tests.person('ops_operations'), 'operations'), (tests.person('ops_finance'), 'finance'), (tests.person('ops_support'), 'support');
insert into public.merchant_members (merchant_id, user_id, store_id, role) values
  (tests.person('merchant'), tests.person('courier'), tests.person('store'), 'courier');

create temporary table person (workspace text, rank int, role text, name text) on commit drop;
insert into person values
  ('ops', 1, 'admin', 'ops'), ('ops', 2, 'operations', 'ops_operations'), ('ops', 2, 'finance', 'ops_finance'), ('ops', 2, 'support', 'ops_support'),
  ('merchant', 1, 'manager', 'staff'), ('merchant', 2, 'order_clerk', 'clerk'), ('merchant', 2, 'courier', 'courier'),
  ('ops', 3, 'nobody', 'other_customer'), ('merchant', 3, 'nobody', 'other_customer');

-- Written from admin/src/lib/rights.ts by `npm run rights -w @linli/admin`; a test of the admin compares both.
create temporary table offer (workspace text, name text, ask text, roles text[]) on commit drop;
insert into offer values
-- offers
  ('ops', 'kpis:list', 'get_kpis', '{admin,operations,finance,support}'),
  ('ops', 'map:list', 'get_ops_map', '{admin,operations,finance,support}'),
  ('ops', 'map:list', 'list_delivery_candidates', '{admin,operations,finance,support}'),
  ('ops', 'map:edit', 'assign_delivery', '{admin,operations,support}'),
  ('ops', 'map:edit', 'take_back_delivery', '{admin,operations,support}'),
  ('ops', 'map:edit', 'adjust_delivery', '{admin,operations,support}'),
  ('ops', 'map:edit', 'override_delivery', '{admin,operations,support}'),
  ('ops', 'map:edit', 'resolve_delivery', '{admin,operations,support}'),
  ('ops', 'map:edit', 'return_delivery', '{admin,operations,support}'),
  ('ops', 'map:edit', 'start_incident_mode', '{admin,operations,support}'),
  ('ops', 'map:edit', 'end_incident_mode', '{admin,operations,support}'),
  ('ops', 'orders:list', 'list_orders', '{admin,operations,finance,support}'),
  ('ops', 'orders:list', 'get_order_trail', '{admin,operations,finance,support}'),
  ('ops', 'orders:list', 'get_order_ledger', '{admin,operations,finance,support}'),
  ('ops', 'refunds:list', 'refund_requests.select', '{admin,operations,finance,support}'),
  ('ops', 'refunds:edit', 'decide_refund', '{admin,finance,support}'),
  ('ops', 'refunds:edit', 'refund_order', '{admin,finance,support}'),
  ('ops', 'refunds:edit', 'preview_refund', '{admin,finance,support}'),
  ('ops', 'requests:edit', 'answer_order_request', '{admin,operations,support}'),
  ('ops', 'approvals:list', 'onboarding_applications.select', '{admin,operations,finance,support}'),
  ('ops', 'approvals:list', 'product_reviews.select', '{admin,operations,finance,support}'),
  ('ops', 'approvals:edit', 'review_application', '{admin,operations}'),
  ('ops', 'approvals:edit', 'approve_application', '{admin,operations}'),
  ('ops', 'approvals:edit', 'return_application', '{admin,operations}'),
  ('ops', 'approvals:edit', 'reject_application', '{admin,operations}'),
  ('ops', 'approvals:edit', 'review_license', '{admin,operations}'),
  ('ops', 'approvals:edit', 'review_product', '{admin,operations}'),
  ('ops', 'merchants:list', 'merchants.select', '{admin,operations,finance,support}'),
  ('ops', 'merchants:list', 'merchant_contracts.select', '{admin,operations,finance,support}'),
  ('ops', 'merchants:list', 'list_staff', '{admin,operations,finance,support}'),
  ('ops', 'merchants:edit', 'merchants.insert', '{admin,operations}'),
  ('ops', 'merchants:edit', 'merchants.update', '{admin,operations}'),
  ('ops', 'merchants:edit', 'issue_penalty', '{admin,operations}'),
  ('ops', 'merchants:edit', 'uphold_penalty', '{admin,operations}'),
  ('ops', 'merchants:edit', 'withdraw_penalty', '{admin,operations}'),
  ('ops', 'stores:list', 'stores.select', '{admin,operations,finance,support}'),
  ('ops', 'stores:edit', 'stores.update', '{admin,operations}'),
  ('ops', 'riders:list', 'riders.select', '{admin,operations,finance,support}'),
  ('ops', 'riders:edit', 'riders.update', '{admin,operations}'),
  ('ops', 'zones:list', 'zones.select', '{admin,operations,finance,support}'),
  ('ops', 'zones:list', 'dispatch_parameters.select', '{admin,operations,finance,support}'),
  ('ops', 'zones:edit', 'zones.update', '{admin,operations}'),
  ('ops', 'zones:edit', 'dispatch_parameters.update', '{admin,operations}'),
  ('ops', 'rider-pay:list', 'rider_pay_rules.select', '{admin,operations,finance,support}'),
  ('ops', 'rider-pay:list', 'preview_rider_pay', '{admin,operations,finance,support}'),
  ('ops', 'rider-pay:edit', 'rider_pay_rules.insert', '{admin,operations}'),
  ('ops', 'rider-pay:edit', 'rider_pay_rules.update', '{admin,operations}'),
  ('ops', 'shifts:list', 'rider_shift_slots.select', '{admin,operations,finance,support}'),
  ('ops', 'shifts:edit', 'rider_shift_slots.insert', '{admin,operations}'),
  ('ops', 'shifts:edit', 'rider_shift_slots.update', '{admin,operations}'),
  ('ops', 'breaches:list', 'breach_records.select', '{admin,operations,finance,support}'),
  ('ops', 'breaches:edit', 'waive_breach', '{admin,operations,support}'),
  ('ops', 'eta:list', 'get_eta_calibration_days', '{admin,operations}'),
  ('ops', 'ticks:list', 'dispatch_ticks.select', '{admin,operations,finance,support}'),
  ('ops', 'ticks:list', 'get_dispatch_tick', '{admin,operations,finance,support}'),
  ('ops', 'categories:list', 'categories.select', '{admin,operations,finance,support}'),
  ('ops', 'categories:edit', 'categories.insert', '{admin,operations}'),
  ('ops', 'categories:edit', 'categories.update', '{admin,operations}'),
  ('ops', 'categories:edit', 'move_category', '{admin,operations}'),
  ('ops', 'promotions:list', 'promotions.select', '{admin,operations,finance,support}'),
  ('ops', 'promotions:list', 'get_promotion_report', '{admin,operations,finance,support}'),
  ('ops', 'promotions:list', 'preview_promotions', '{admin,operations,finance,support}'),
  ('ops', 'promotions:edit', 'promotions.insert', '{admin,operations}'),
  ('ops', 'promotions:edit', 'promotions.update', '{admin,operations}'),
  ('ops', 'promotions:edit', 'publish_promotion', '{admin,operations}'),
  ('ops', 'promotions:edit', 'pause_promotion', '{admin,operations}'),
  ('ops', 'promotions:edit', 'end_promotion', '{admin,operations}'),
  ('ops', 'promotions:edit', 'issue_coupons', '{admin,operations}'),
  ('ops', 'promotions:edit', 'set_coupon_code', '{admin,operations}'),
  ('ops', 'content:list', 'articles.select', '{admin,operations,finance,support}'),
  ('ops', 'content:list', 'banners.select', '{admin,operations,finance,support}'),
  ('ops', 'content:list', 'ad_slots.select', '{admin,operations,finance,support}'),
  ('ops', 'content:edit', 'articles.insert', '{admin,operations}'),
  ('ops', 'content:edit', 'articles.update', '{admin,operations}'),
  ('ops', 'content:edit', 'banners.insert', '{admin,operations}'),
  ('ops', 'content:edit', 'banners.update', '{admin,operations}'),
  ('ops', 'content:edit', 'ad_slots.insert', '{admin,operations}'),
  ('ops', 'content:edit', 'ad_slots.update', '{admin,operations}'),
  ('ops', 'segments:list', 'segments.select', '{admin,operations,finance,support}'),
  ('ops', 'segments:edit', 'segments.insert', '{admin,operations}'),
  ('ops', 'segments:edit', 'segments.update', '{admin,operations}'),
  ('ops', 'segments:edit', 'preview_segment', '{admin,operations}'),
  ('ops', 'rate-cards:list', 'rate_cards.select', '{admin,operations,finance,support}'),
  ('ops', 'rate-cards:list', 'preview_rate_card', '{admin,operations,finance,support}'),
  ('ops', 'rate-cards:edit', 'save_rate_card', '{admin,operations}'),
  ('ops', 'rate-cards:edit', 'end_rate_card', '{admin,operations}'),
  ('ops', 'notification-rules:list', 'notification_rules.select', '{admin,operations,finance,support}'),
  ('ops', 'notification-rules:edit', 'notification_rules.update', '{admin,operations}'),
  ('ops', 'notification-rules:edit', 'send_test_notification', '{admin,operations}'),
  ('ops', 'users:list', 'list_customers', '{admin,operations,finance,support}'),
  ('ops', 'users:list', 'get_customer_page', '{admin,operations,finance,support}'),
  ('ops', 'users:list', 'list_customer_movements', '{admin,operations,finance,support}'),
  ('ops', 'users:list', 'list_customer_notes', '{admin,operations,finance,support}'),
  ('ops', 'users:list', 'add_customer_note', '{admin,operations,finance,support}'),
  ('ops', 'users:edit', 'customer_tags.insert', '{admin,operations}'),
  ('ops', 'users:edit', 'customer_tags.delete', '{admin,operations}'),
  ('ops', 'users:contact', 'find_subjects', '{admin,operations,support}'),
  ('ops', 'users:reveal', 'reveal_customer_contact', '{admin,support}'),
  ('ops', 'support:list', 'tickets.select', '{admin,operations,finance,support}'),
  ('ops', 'support:list', 'get_ticket_page', '{admin,operations,finance,support}'),
  ('ops', 'support:list', 'list_support_staff', '{admin,operations,finance,support}'),
  ('ops', 'support:list', 'note_ticket', '{admin,operations,finance,support}'),
  ('ops', 'support:edit', 'assign_ticket', '{admin,operations,support}'),
  ('ops', 'support:edit', 'prioritize_ticket', '{admin,operations,support}'),
  ('ops', 'support:edit', 'ask_store', '{admin,operations,support}'),
  ('ops', 'support:edit', 'reply_ticket', '{admin,operations,support}'),
  ('ops', 'support:edit', 'resolve_ticket', '{admin,operations,support}'),
  ('ops', 'support:edit', 'reopen_ticket', '{admin,operations,support}'),
  ('ops', 'risk:list', 'list_risk_cases', '{admin,operations,support}'),
  ('ops', 'risk:list', 'get_risk_case', '{admin,operations,support}'),
  ('ops', 'risk:list', 'decide_risk_case', '{admin,operations,support}'),
  ('ops', 'risk:edit', 'risk_rules.insert', '{admin,operations}'),
  ('ops', 'risk:edit', 'risk_rules.update', '{admin,operations}'),
  ('ops', 'risk:edit', 'simulate_risk_rule', '{admin,operations}'),
  ('ops', 'blocks:list', 'list_blocks', '{admin,operations,support}'),
  ('ops', 'blocks:list', 'find_subjects', '{admin,operations,support}'),
  ('ops', 'blocks:list', 'block_subject', '{admin,operations,support}'),
  ('ops', 'blocks:list', 'lift_block', '{admin,operations,support}'),
  ('ops', 'finance:list', 'get_money_flow', '{admin,finance}'),
  ('ops', 'reconciliation:list', 'reconciliation_items.select', '{admin,finance}'),
  ('ops', 'reconciliation:list', 'import_provider_statement', '{admin,finance}'),
  ('ops', 'reconciliation:list', 'resolve_reconciliation_item', '{admin,finance}'),
  ('ops', 'payouts:list', 'payouts.select', '{admin,operations,finance,support}'),
  ('ops', 'payouts:edit', 'get_payout_balance', '{admin,finance}'),
  ('ops', 'payouts:edit', 'approve_payout', '{admin,finance}'),
  ('ops', 'payouts:edit', 'mark_payout_paid', '{admin,finance}'),
  ('ops', 'payouts:edit', 'fail_payout', '{admin,finance}'),
  ('ops', 'payouts:edit', 'reveal_payout_account', '{admin,finance}'),
  ('ops', 'invoices:list', 'order_invoices.select', '{admin,operations,finance,support}'),
  ('ops', 'invoices:list', 'commission_invoices.select', '{admin,operations,finance,support}'),
  ('ops', 'invoices:list', 'get_invoice', '{admin,operations,finance,support}'),
  ('ops', 'invoices:edit', 'issue_invoice', '{admin,operations,finance}'),
  ('ops', 'invoices:edit', 'decline_invoice', '{admin,operations,finance}'),
  ('ops', 'invoices:edit', 'void_invoice', '{admin,operations,finance}'),
  ('ops', 'commission-invoices:edit', 'void_commission_invoice', '{admin,finance}'),
  ('ops', 'commission-invoices:edit', 'issue_commission_invoice', '{admin,finance}'),
  ('ops', 'commission-plans:list', 'commission_plans.select', '{admin,operations,finance,support}'),
  ('ops', 'commission-plans:list', 'preview_split', '{admin,operations,finance,support}'),
  ('ops', 'commission-plans:edit', 'save_commission_plan', '{admin,finance}'),
  ('ops', 'commission-plans:edit', 'set_merchant_plan', '{admin,finance}'),
  ('ops', 'settlement:list', 'settlement_statements.select', '{admin,operations,finance,support}'),
  ('ops', 'settlement:edit', 'run_settlement', '{admin,finance}'),
  ('ops', 'workflows:list', 'list_outbox_messages', '{admin,operations,finance,support}'),
  ('ops', 'workflows:edit', 'retry_outbox_message', '{admin,operations}'),
  ('ops', 'data:list', 'describe_resources', '{admin,operations,finance,support}'),
  ('ops', 'data:edit', 'save_screen_draft', '{admin,operations}'),
  ('ops', 'data:edit', 'publish_screen', '{admin,operations}'),
  ('ops', 'data:edit', 'roll_back_screen', '{admin,operations}'),
  ('ops', 'data:edit', 'save_custom_field', '{admin,operations}'),
  ('ops', 'data:create', 'create_custom_resource', '{admin}'),
  ('ops', 'team:list', 'list_ops_members', '{admin}'),
  ('ops', 'team:list', 'set_ops_member', '{admin}'),
  ('ops', 'team:list', 'describe_role_rights', '{admin}'),
  ('ops', 'audit:list', 'audit_log.select', '{admin}'),
  ('ops', 'settings:list', 'settings.select', '{admin,operations,finance,support}'),
  ('ops', 'settings:list', 'reason_codes.select', '{admin,operations,finance,support}'),
  ('ops', 'reasons:edit', 'reason_codes.insert', '{admin,operations}'),
  ('ops', 'reasons:edit', 'reason_codes.update', '{admin,operations}'),
  ('ops', 'parameters:edit', 'settings.update', '{admin}'),
  ('merchant', 'desk:list', 'orders.select', '{manager,order_clerk,courier}'),
  ('merchant', 'desk:edit', 'accept_order', '{manager,order_clerk}'),
  ('merchant', 'desk:edit', 'reject_order', '{manager,order_clerk}'),
  ('merchant', 'desk:edit', 'start_preparing', '{manager,order_clerk}'),
  ('merchant', 'desk:edit', 'mark_order_ready', '{manager,order_clerk}'),
  ('merchant', 'desk:edit', 'delay_order', '{manager,order_clerk}'),
  ('merchant', 'desk:edit', 'collect_order', '{manager,order_clerk}'),
  ('merchant', 'desk:edit', 'start_service', '{manager,order_clerk}'),
  ('merchant', 'desk:edit', 'complete_service', '{manager,order_clerk}'),
  ('merchant', 'desk:edit', 'mark_no_show', '{manager,order_clerk}'),
  ('merchant', 'desk:edit', 'propose_edit', '{manager,order_clerk}'),
  ('merchant', 'desk:edit', 'answer_refund', '{manager,order_clerk}'),
  ('merchant', 'desk:edit', 'answer_order_request', '{manager,order_clerk}'),
  ('merchant', 'desk:edit', 'print_order', '{manager,order_clerk}'),
  ('merchant', 'desk:edit', 'set_rush_mode', '{manager,order_clerk}'),
  ('merchant', 'desk:edit', 'close_store_temporarily', '{manager,order_clerk}'),
  ('merchant', 'refunds:edit', 'give_refund', '{manager}'),
  ('merchant', 'bookings:list', 'list_store_bookings', '{manager,order_clerk}'),
  ('merchant', 'bookings:edit', 'assign_booking', '{manager,order_clerk}'),
  ('merchant', 'bookings:edit', 'propose_slot', '{manager,order_clerk}'),
  ('merchant', 'vouchers:list', 'find_voucher', '{manager,order_clerk}'),
  ('merchant', 'vouchers:list', 'list_voucher_redemptions', '{manager,order_clerk}'),
  ('merchant', 'vouchers:edit', 'redeem_voucher', '{manager,order_clerk}'),
  ('merchant', 'store-invoices:list', 'order_invoices.select', '{manager,order_clerk}'),
  ('merchant', 'store-invoices:list', 'get_invoice', '{manager,order_clerk}'),
  ('merchant', 'store-invoices:edit', 'issue_invoice', '{manager,order_clerk}'),
  ('merchant', 'store-invoices:edit', 'decline_invoice', '{manager,order_clerk}'),
  ('merchant', 'store-invoices:edit', 'void_invoice', '{manager,order_clerk}'),
  ('merchant', 'marketing:list', 'get_store_promotion_report', '{manager}'),
  ('merchant', 'marketing:edit', 'promotions.update', '{manager}'),
  ('merchant', 'menu:edit', 'products.insert', '{manager}'),
  ('merchant', 'menu:edit', 'products.update', '{manager}'),
  ('merchant', 'menu:edit', 'submit_product', '{manager}'),
  ('merchant', 'menu:edit', 'import_menu', '{manager}'),
  ('merchant', 'menu:edit', 'export_menu', '{manager}'),
  ('merchant', 'stock:edit', 'set_stock', '{manager,order_clerk}'),
  ('merchant', 'stock:edit', 'adjust_stock', '{manager,order_clerk}'),
  ('merchant', 'stock:rules', 'set_stock_rules', '{manager}'),
  ('merchant', 'reports:list', 'get_store_report', '{manager}'),
  ('merchant', 'store:list', 'stores.update', '{manager}'),
  ('merchant', 'store:list', 'store_hours.insert', '{manager}'),
  ('merchant', 'store:list', 'store_hours.delete', '{manager}'),
  ('merchant', 'store:list', 'set_delivery_area', '{manager}'),
  ('merchant', 'store:list', 'submit_license', '{manager}'),
  ('merchant', 'ads:list', 'ad_bids.select', '{manager}'),
  ('merchant', 'ads:list', 'place_ad_bid', '{manager}'),
  ('merchant', 'ads:list', 'withdraw_ad_bid', '{manager}'),
  ('merchant', 'statements:list', 'settlement_statements.select', '{manager}'),
  ('merchant', 'statements:list', 'get_payout_balance', '{manager}'),
  ('merchant', 'statements:list', 'set_payout_account', '{manager}'),
  ('merchant', 'statements:list', 'request_payout', '{manager}'),
  ('merchant', 'staff:list', 'list_staff', '{manager}'),
  ('merchant', 'staff:list', 'set_staff', '{manager}'),
  ('merchant', 'staff:list', 'remove_staff', '{manager}');
-- end of offers

insert into public.order_requests (order_id, kind, status, asked_by, due_at)
values (current_setting('tests.waiting')::uuid, 'cancel', 'open', 'customer', now() + interval '1 hour');

-- Rows that exist, for what an RPC asks by id: who may not see them gets no further than who may not act on them.
create temporary table known (parameter text, id text) on commit drop;
insert into known
select 'p_store_id', tests.person('store')::text union all
select 'p_merchant_id', tests.person('merchant')::text union all
select 'p_city_id', tests.person('city')::text union all
select 'p_customer_id', tests.person('customer')::text union all
select 'p_order_id', current_setting('tests.waiting') union all
select 'p_party_id', tests.person('merchant')::text union all
select 'p_user_id', tests.person('staff')::text union all
(select 'p_subject_id', coalesce(variant_id, product_id)::text from public.stock_items where store_id = tests.person('store') limit 1) union all
(select 'p_slot_id', id::text from public.ad_slots limit 1) union all
(select 'p_refund_id', id::text from public.refund_requests limit 1) union all
(select 'p_plan_id', id::text from public.commission_plans limit 1) union all
(select 'p_application_id', id::text from public.onboarding_applications limit 1) union all
(select 'p_bid_id', id::text from public.ad_bids where store_id = tests.person('store') limit 1) union all
(select 'p_block_id', id::text from public.blocks limit 1) union all
(select 'p_breach_id', id::text from public.breach_records limit 1) union all
(select 'p_case_id', id::text from public.risk_cases limit 1) union all
(select 'p_category_id', id::text from public.categories limit 1) union all
(select 'p_delivery_id', id::text from public.deliveries limit 1) union all
(select 'p_item_id', id::text from public.reconciliation_items limit 1) union all
(select 'p_invoice_id', id::text from public.order_invoices limit 1) union all
(select 'p_license_id', id::text from public.license_documents limit 1) union all
(select 'p_mode_id', id::text from public.incident_modes limit 1) union all
(select 'p_payout_id', id::text from public.payouts limit 1) union all
(select 'p_penalty_id', id::text from public.merchant_penalties limit 1) union all
(select 'p_product_id', id::text from public.products where store_id = tests.person('store') limit 1) union all
(select 'p_promotion_id', id::text from public.promotions where store_id is null limit 1) union all
(select 'p_rate_card_id', id::text from public.rate_cards limit 1) union all
(select 'p_refund_request_id', id::text from public.refund_requests limit 1) union all
(select 'p_request_id', id::text from public.order_requests where kind = 'cancel' limit 1) union all
(select 'p_tick_id', id::text from public.dispatch_ticks limit 1) union all
(select 'p_ticket_id', id::text from public.tickets limit 1) union all
(select 'p_zone_id', id::text from public.zones limit 1);

-- What an RPC answers somebody, with a value for each of its parameters; nothing of it stays.
create function pg_temp.answer_of(p_name text, p_person text) returns text language plpgsql as $$
declare
  v_arguments text;
  v_answer text;
begin
  select string_agg(format('%I => %s::%s', a.name, case
      when k.id is not null then quote_literal(k.id)
      when a.type = 'uuid'::regtype then 'gen_random_uuid()'
      when a.type = 'text'::regtype then quote_literal('as nobody ever wrote')
      when a.type = 'int'::regtype then '5'
      else 'null' end, format_type(a.type, null)), ', ')
  into v_arguments
  from pg_proc p
  cross join lateral (select p.proargnames[n] as name, p.proargtypes[n - 1] as type from generate_series(1, p.pronargs) n) a
  left join known k on k.parameter = a.name
  where p.proname = p_name and p.pronamespace = 'public'::regnamespace;
  perform tests.act_as(p_person);
  begin
    execute format('select public.%I(%s)', p_name, v_arguments);
    v_answer := 'done';
    raise exception using errcode = 'ZZ001', message = 'undo';
  exception
    when sqlstate 'ZZ001' then null;
    when undefined_function then v_answer := 'there is no such command';
    when others then v_answer := case sqlstate when 'PT403' then 'refused: ' when '42501' then 'refused: ' when 'PT404' then 'not found: ' else '' end || sqlerrm;
  end;
  perform tests.act_as('postgres');
  return v_answer;
end;
$$;

-- Not found is a refusal where the role that may most does find it.
create temporary table found on commit drop as
select o.workspace, o.name, o.ask, p.role, p.role = any (o.roles) as offered, a.answer,
  a.answer not in ('-', '0', 'there is no such command') and a.answer not like 'refused: %'
    and (a.answer not like 'not found: %' or a.answer = first_value(a.answer) over (partition by o.workspace, o.name, o.ask order by p.rank)) as allowed
from offer o
join person p using (workspace)
cross join lateral (select case
  when o.ask like '%.%' then tests.right_of(('public.' || split_part(o.ask, '.', 1))::regclass, split_part(o.ask, '.', 2), p.name)
  else pg_temp.answer_of(o.ask, p.name) end as answer) a;

select is(
  (select jsonb_agg(f) from found f where role <> 'nobody' and offered and not allowed),
  null, 'nothing is offered that the database refuses');
select is(
  (select jsonb_agg(f) from found f where role <> 'nobody' and allowed and not offered),
  null, 'nothing is kept back that the database allows');
-- What everybody may read says nothing about who works here.
select is(
  (select jsonb_agg(f) from found f where role = 'nobody' and allowed and ask not like '%.select' and ask <> 'describe_resources'),
  null, 'who does not work here is refused, so that every command was asked who is asking');
select * from finish();
rollback;
