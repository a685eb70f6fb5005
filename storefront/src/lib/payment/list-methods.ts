import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import { listProviders } from './list-providers.ts';
import type { PaymentMethod } from './types.ts';

/**
 * How the signed-in customer can pay `amountCents` in a currency, the first choice first; the wallet comes last, and only
 * where it is known to cover the amount.
 */
export async function listMethods(currency: string, amountCents: number): Promise<PaymentMethod[]> {
  const [providers, balanceCents] = await Promise.all([
    listProviders(),
    walletBalance(currency).catch(() => 0),
  ]);
  const methods = providers
    .filter((one) => one.currencies.includes(currency))
    .map(({ provider }) => provider);
  return balanceCents >= amountCents ? [...methods, 'wallet'] : methods;
}

async function walletBalance(currency: string): Promise<number> {
  const answer = await db().rpc('get_wallet', { p_currency: currency, p_limit: 1 });
  return (unwrap(answer) as { balance_cents: number }).balance_cents;
}
