import { toHex } from '../../platform/hex.ts';
import type { StatementRow } from '../payment-provider.ts';
import { ProviderError } from '../provider-error.ts';
import type { WechatClient } from './client.ts';
import { textOf } from './fields.ts';
import { parseTradeBill } from './parse-trade-bill.ts';

/** The trade bill (`bill_type=ALL`) of a Beijing day, its SHA-1 checked; empty where there was no trade. */
export async function downloadStatement(client: WechatClient, on: string): Promise<StatementRow[]> {
  let hash: string | null;
  let address: string | null;
  try {
    const answer = await client.call('GET', `/v3/bill/tradebill?bill_date=${on}&bill_type=ALL`);
    hash = textOf(answer, 'hash_value');
    address = textOf(answer, 'download_url');
  } catch (error) {
    if (error instanceof ProviderError && error.code === 'NO_STATEMENT_EXIST') return [];
    throw error;
  }
  if (address === null || !URL.canParse(address))
    throw new ProviderError('payment.provider_refused', 'NO_DOWNLOAD_URL', 'the answer has no download_url');
  const { pathname, search } = new URL(address);
  const text = await client.download(pathname + search);
  const digest = toHex(await crypto.subtle.digest('SHA-1', new TextEncoder().encode(text)));
  if (digest !== hash?.toLowerCase())
    throw new ProviderError(
      'payment.signature_invalid',
      'HASH',
      'the bill is not the one that was announced',
    );
  return parseTradeBill(text);
}
