import { webAddress } from '@linli/sandbox-kit';
import { newId } from '../protocol/new-id.ts';
import { branchOf, textOf, textsOf, type Params } from '../protocol/parse-form.ts';
import { invalidParam } from '../protocol/stripe-error.ts';
import { unixNow } from '../protocol/unix-now.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Session } from '../state.ts';

const halfHour = 1800;
const day = 86_400;

/** Validates and stores a Checkout Session of mode `payment` with prices given in the request. */
export function newSession(sandbox: Sandbox, params: Params): Session {
  const created = unixNow();
  if (params.mode !== 'payment') throw invalidParam('mode', 'The sandbox knows the mode payment alone');
  const successUrl = webAddress(params.success_url);
  if (successUrl === null) throw invalidParam('success_url', 'Not a valid URL', 'url_invalid');
  const expiresAt = Number(textOf(params, 'expires_at') ?? created + day);
  if (!(expiresAt >= created + halfHour))
    throw invalidParam(
      'expires_at',
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
    );
  if (expiresAt > created + day)
    throw invalidParam(
      'expires_at',
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
    );
  const items = Object.values(branchOf(params, 'line_items'));
  if (items.length === 0) throw invalidParam('line_items', 'Missing required param: line_items.');
  let total = 0;
  let currency = '';
  for (const item of items) {
    const price = typeof item === 'object' ? branchOf(item, 'price_data') : branchOf(params, '');
    const amount = Number(textOf(price, 'unit_amount'));
    const quantity = Number(typeof item === 'object' ? (textOf(item, 'quantity') ?? 1) : 1);
    if (!Number.isSafeInteger(amount) || amount < 0 || !Number.isSafeInteger(quantity))
      throw invalidParam('line_items[0][price_data][unit_amount]', 'Invalid integer');
    if (!textOf(branchOf(price, 'product_data'), 'name'))
      throw invalidParam('line_items[0][price_data][product_data][name]', 'Missing required param');
    total += amount * quantity;
    currency = (textOf(price, 'currency') ?? '').toLowerCase();
  }
  if (!/^[a-z]{3}$/.test(currency))
    throw invalidParam('line_items[0][price_data][currency]', 'Invalid currency');
  if (total < 50) throw invalidParam('line_items', 'The total amount is too small', 'amount_too_small');
  const id = newId('cs_test');
  const session: Session = {
    id,
    object: 'checkout.session',
    amount_total: total,
    client_reference_id: textOf(params, 'client_reference_id') ?? null,
    created,
    currency,
    expires_at: expiresAt,
    livemode: false,
    metadata: textsOf(params, 'metadata'),
    mode: 'payment',
    payment_intent: null,
    payment_status: 'unpaid',
    status: 'open',
    success_url: successUrl,
    cancel_url: webAddress(params.cancel_url),
    url: `${sandbox.url}/c/pay/${id}`,
  };
  sandbox.file.state.sessions[id] = session;
  sandbox.file.state.intent_metadata[id] = textsOf(branchOf(params, 'payment_intent_data'), 'metadata');
  sandbox.file.save();
  return session;
}
