create type public.payment_provider as enum ('wechat_pay', 'alipay', 'stripe', 'wallet');
create type public.payment_status as enum (
  'pending', 'authorized', 'captured', 'partially_refunded', 'refunded', 'failed', 'voided');
create type public.refund_status as enum (
  'requested', 'merchant_approved', 'merchant_rejected', 'escalated', 'platform_decided',
  'refunding', 'refunded', 'withdrawn');
create type public.liable_party as enum ('customer', 'merchant', 'rider', 'platform');

