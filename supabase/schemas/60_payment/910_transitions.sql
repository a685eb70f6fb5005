insert into public.payment_transitions (from_status, command, to_status) values
  ('pending', 'capture', 'captured'),
  ('pending', 'fail', 'failed'),
  ('pending', 'void', 'voided'),
  ('voided', 'capture', 'captured'),
  ('failed', 'capture', 'captured'),
  ('captured', 'refund_part', 'partially_refunded'),
  ('captured', 'refund_full', 'refunded'),
  ('partially_refunded', 'refund_part', 'partially_refunded'),
  ('partially_refunded', 'refund_full', 'refunded')
on conflict (from_status, command) do update set to_status = excluded.to_status;

insert into public.refund_transitions (from_status, command, actor, to_status) values
  ('requested', 'approve', 'merchant', 'merchant_approved'),
  ('requested', 'reject', 'merchant', 'merchant_rejected'),
  ('requested', 'time_out', 'system', 'merchant_approved'),
  ('requested', 'withdraw', 'customer', 'withdrawn'),
  ('requested', 'decide', 'ops', 'platform_decided'),
  ('requested', 'dismiss', 'ops', 'withdrawn'),
  ('requested', 'close', 'system', 'withdrawn'),
  ('requested', 'start', 'system', 'refunding'),
  ('merchant_rejected', 'escalate', 'customer', 'escalated'),
  ('merchant_rejected', 'withdraw', 'customer', 'withdrawn'),
  ('merchant_rejected', 'close', 'system', 'withdrawn'),
  ('escalated', 'decide', 'ops', 'platform_decided'),
  ('escalated', 'dismiss', 'ops', 'withdrawn'),
  ('escalated', 'withdraw', 'customer', 'withdrawn'),
  ('escalated', 'close', 'system', 'withdrawn'),
  ('merchant_approved', 'start', 'system', 'refunding'),
  ('platform_decided', 'start', 'system', 'refunding'),
  ('refunding', 'confirm', 'system', 'refunded')
on conflict (from_status, command, actor) do update set to_status = excluded.to_status;

insert into public.reason_codes (code, applies_to, actor, liable_party, label, translations, sort_order) values
  ('item_missing', 'refund_request', 'customer', 'merchant', '少送或漏送', '{"en": {"label": "Something is missing"}}', 200),
  ('item_wrong', 'refund_request', 'customer', 'merchant', '送错商品', '{"en": {"label": "Wrong item"}}', 210),
  ('item_bad', 'refund_request', 'customer', 'merchant', '商品质量问题', '{"en": {"label": "Something is wrong with it"}}', 220),
  ('too_late', 'refund_request', 'customer', 'platform', '送达太晚', '{"en": {"label": "It came too late"}}', 230),
  ('never_came', 'refund_request', 'customer', 'platform', '没有收到', '{"en": {"label": "It never came"}}', 240)
on conflict (code) do nothing;

insert into public.settings (key, value, description, schema) values
  ('refund.answer_seconds', '86400', 'A store that does not answer a refund request in this many seconds has agreed',
   '{"type": "integer", "minimum": 600, "maximum": 1209600}'),
  ('refund.request_days', '7', 'For how many days after completion a refund may be asked for',
   '{"type": "integer", "minimum": 0, "maximum": 365}'),
  ('wallet.description', '"钱包充值"', 'How a top-up is called at the payment provider',
   '{"type": "string", "minLength": 1, "maxLength": 40}'),
  ('wallet.top_up_minimum_cents', '100', 'The least that a customer may put into the wallet at once',
   '{"type": "integer", "minimum": 1, "maximum": 100000000}'),
  ('wallet.top_up_maximum_cents', '200000', 'The most that a customer may put into the wallet at once',
   '{"type": "integer", "minimum": 1, "maximum": 1000000000}')
on conflict (key) do nothing;
