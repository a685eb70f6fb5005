create type public.ledger_account_kind as enum (
  'psp_clearing', 'customer_wallet', 'customer_points', 'merchant_payable', 'rider_payable', 'platform_commission',
  'delivery_revenue', 'promo_expense', 'refund_liability', 'tax_payable', 'cash_in_transit', 'adjustments', 'provider_fees');

create type public.settlement_party as enum ('merchant', 'rider');
