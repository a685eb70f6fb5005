import type { MerchantRole, OpsRole } from './access.ts';

/** Who is offered something, and what it asks of the database: RPCs by name, tables as `table.command`. */
export type Right<Role extends string> = { roles: readonly Role[]; asks: readonly string[] };

const everyone: readonly OpsRole[] = ['admin', 'operations', 'finance', 'support'];
const admins: readonly OpsRole[] = ['admin'];
const operations: readonly OpsRole[] = ['admin', 'operations'];
const finance: readonly OpsRole[] = ['admin', 'finance'];
const desk: readonly OpsRole[] = ['admin', 'operations', 'support'];
const refunders: readonly OpsRole[] = ['admin', 'finance', 'support'];

function right<Role extends string>(roles: readonly Role[], ...asks: string[]): Right<Role> {
  return { roles, asks };
}

/**
 * What the screens of the operator offer to whom, as `screen:action`; what is not named, everybody of the operator is
 * offered. A pgTAP file that is written from here asks the database whether it is so for every role.
 */
export const opsRights: Readonly<Record<string, Right<OpsRole>>> = {
  'kpis:list': right(everyone, 'get_kpis'),
  'map:list': right(everyone, 'get_ops_map', 'list_delivery_candidates'),
  'map:edit': right(
    desk,
    'assign_delivery',
    'take_back_delivery',
    'adjust_delivery',
    'override_delivery',
    'resolve_delivery',
    'return_delivery',
    'start_incident_mode',
    'end_incident_mode',
  ),
  'orders:list': right(everyone, 'list_orders', 'get_order_trail', 'get_order_ledger'),
  'refunds:list': right(everyone, 'refund_requests.select'),
  'refunds:edit': right(refunders, 'decide_refund', 'refund_order', 'preview_refund'),
  'requests:edit': right(desk, 'answer_order_request'),
  'approvals:list': right(everyone, 'onboarding_applications.select', 'product_reviews.select'),
  'approvals:edit': right(
    operations,
    'review_application',
    'approve_application',
    'return_application',
    'reject_application',
    'review_license',
    'review_product',
  ),
  'merchants:list': right(everyone, 'merchants.select', 'merchant_contracts.select', 'list_staff'),
  'merchants:edit': right(
    operations,
    'merchants.insert',
    'merchants.update',
    'issue_penalty',
    'uphold_penalty',
    'withdraw_penalty',
  ),
  'stores:list': right(everyone, 'stores.select'),
  'stores:edit': right(operations, 'stores.update'),
  'riders:list': right(everyone, 'riders.select'),
  'riders:edit': right(operations, 'riders.update'),
  'zones:list': right(everyone, 'zones.select', 'dispatch_parameters.select'),
  'zones:edit': right(operations, 'zones.update', 'dispatch_parameters.update'),
  'rider-pay:list': right(everyone, 'rider_pay_rules.select', 'preview_rider_pay'),
  'rider-pay:edit': right(operations, 'rider_pay_rules.insert', 'rider_pay_rules.update'),
  'shifts:list': right(everyone, 'rider_shift_slots.select'),
  'shifts:edit': right(operations, 'rider_shift_slots.insert', 'rider_shift_slots.update'),
  'breaches:list': right(everyone, 'breach_records.select'),
  'breaches:edit': right(desk, 'waive_breach'),
  'eta:list': right(operations, 'get_eta_calibration_days'),
  'ticks:list': right(everyone, 'dispatch_ticks.select', 'get_dispatch_tick'),
  'categories:list': right(everyone, 'categories.select'),
  'categories:edit': right(operations, 'categories.insert', 'categories.update', 'move_category'),
  'promotions:list': right(everyone, 'promotions.select', 'get_promotion_report', 'preview_promotions'),
  'promotions:edit': right(
    operations,
    'promotions.insert',
    'promotions.update',
    'publish_promotion',
    'pause_promotion',
    'end_promotion',
    'issue_coupons',
    'set_coupon_code',
  ),
  'content:list': right(everyone, 'articles.select', 'banners.select', 'ad_slots.select'),
  'content:edit': right(
    operations,
    'articles.insert',
    'articles.update',
    'banners.insert',
    'banners.update',
    'ad_slots.insert',
    'ad_slots.update',
  ),
  'segments:list': right(everyone, 'segments.select'),
  'segments:edit': right(operations, 'segments.insert', 'segments.update', 'preview_segment'),
  'rate-cards:list': right(everyone, 'rate_cards.select', 'preview_rate_card'),
  'rate-cards:edit': right(operations, 'save_rate_card', 'end_rate_card'),
  'notification-rules:list': right(everyone, 'notification_rules.select'),
  'notification-rules:edit': right(operations, 'notification_rules.update', 'send_test_notification'),
  'users:list': right(everyone, 'list_customers', 'get_customer_page'),
  'users:edit': right(operations, 'customer_tags.insert'),
  'users:contact': right(desk, 'find_subjects'),
  'users:reveal': right(['admin', 'support'], 'reveal_customer_contact'),
  'support:list': right(everyone, 'tickets.select', 'get_ticket_page', 'list_support_staff', 'note_ticket'),
  'support:edit': right(
    desk,
    'assign_ticket',
    'prioritize_ticket',
    'reply_ticket',
    'resolve_ticket',
    'reopen_ticket',
  ),
  'risk:list': right(desk, 'list_risk_cases', 'get_risk_case', 'decide_risk_case'),
  'risk:edit': right(operations, 'risk_rules.insert', 'risk_rules.update', 'simulate_risk_rule'),
  'blocks:list': right(desk, 'list_blocks', 'find_subjects', 'block_subject', 'lift_block'),
  'finance:list': right(finance, 'get_money_flow'),
  'reconciliation:list': right(
    finance,
    'reconciliation_items.select',
    'import_provider_statement',
    'resolve_reconciliation_item',
  ),
  'payouts:list': right(everyone, 'payouts.select'),
  'payouts:edit': right(
    finance,
    'get_payout_balance',
    'approve_payout',
    'mark_payout_paid',
    'fail_payout',
    'reveal_payout_account',
  ),
  'commission-plans:list': right(everyone, 'commission_plans.select', 'preview_split'),
  'commission-plans:edit': right(finance, 'save_commission_plan', 'set_merchant_plan'),
  'settlement:list': right(everyone, 'settlement_statements.select'),
  'settlement:edit': right(finance, 'run_settlement'),
  'workflows:list': right(everyone, 'list_outbox_messages'),
  'workflows:edit': right(operations, 'retry_outbox_message'),
  'data:list': right(everyone, 'describe_resources'),
  'data:edit': right(
    operations,
    'save_screen_draft',
    'publish_screen',
    'roll_back_screen',
    'save_custom_field',
  ),
  'data:create': right(admins, 'create_custom_resource'),
  'team:list': right(admins, 'list_ops_members', 'set_ops_member', 'describe_role_rights'),
  'audit:list': right(admins, 'audit_log.select'),
  'settings:list': right(everyone, 'settings.select', 'reason_codes.select'),
  'reasons:edit': right(operations, 'reason_codes.insert', 'reason_codes.update'),
  'parameters:edit': right(admins, 'settings.update'),
};

const staff: readonly MerchantRole[] = ['manager', 'order_clerk', 'courier'];
const clerks: readonly MerchantRole[] = ['manager', 'order_clerk'];
const managers: readonly MerchantRole[] = ['manager'];

/** What the screens of a store offer to whom; what is not named is for managers. */
export const merchantRights: Readonly<Record<string, Right<MerchantRole>>> = {
  'desk:list': right(staff, 'orders.select'),
  'desk:edit': right(
    clerks,
    'accept_order',
    'reject_order',
    'start_preparing',
    'mark_order_ready',
    'delay_order',
    'collect_order',
    'start_service',
    'complete_service',
    'mark_no_show',
    'propose_edit',
    'answer_refund',
    'answer_order_request',
    'print_order',
    'set_rush_mode',
    'close_store_temporarily',
  ),
  'refunds:edit': right(managers, 'give_refund'),
  'vouchers:list': right(clerks, 'find_voucher', 'list_voucher_redemptions'),
  'vouchers:edit': right(clerks, 'redeem_voucher'),
  'marketing:list': right(managers, 'get_store_promotion_report'),
  'marketing:edit': right(managers, 'promotions.update'),
  'dashboard:list': right(clerks),
  'menu:list': right(clerks),
  'menu:edit': right(
    managers,
    'products.insert',
    'products.update',
    'submit_product',
    'import_menu',
    'export_menu',
  ),
  'stock:list': right(clerks),
  'stock:edit': right(clerks, 'set_stock', 'adjust_stock'),
  'stock:rules': right(managers, 'set_stock_rules'),
  'records:list': right(clerks),
  'reports:list': right(managers, 'get_store_report'),
  'store:list': right(
    managers,
    'stores.update',
    'store_hours.insert',
    'store_hours.delete',
    'set_delivery_area',
    'submit_license',
  ),
  'ads:list': right(managers, 'ad_bids.select', 'place_ad_bid', 'withdraw_ad_bid'),
  'statements:list': right(
    managers,
    'settlement_statements.select',
    'get_payout_balance',
    'set_payout_account',
    'request_payout',
  ),
  'staff:list': right(managers, 'list_staff', 'set_staff', 'remove_staff'),
};
