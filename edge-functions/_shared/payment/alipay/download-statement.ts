import type { StatementRow } from '../payment-provider.ts';
import { ProviderError } from '../provider-error.ts';
import type { AlipayClient } from './client.ts';
import { parseTradeBill } from './parse-trade-bill.ts';
import { unzip } from './unzip.ts';

const timeoutMs = 30_000;
const notThere = new Set(['isp.bill_not_exist', 'BILL_NOT_EXIST', 'ACQ.BILL_NOT_EXIST']);

/** The trade bill (业务明细) of a Beijing day; empty where there was no trade. */
export async function downloadStatement(client: AlipayClient, on: string): Promise<StatementRow[]> {
  let address: unknown;
  try {
    const asked = { bill_type: 'trade', bill_date: on };
    address = (await client.call('alipay.data.dataservice.bill.downloadurl.query', asked)).bill_download_url;
  } catch (error) {
    if (error instanceof ProviderError && notThere.has(error.code)) return [];
    throw error;
  }
  const archive = await download(String(address));
  const gbk = new TextDecoder('gbk');
  const files = (await unzip(archive)).map(({ name, content }) => ({ name: gbk.decode(name), content }));
  const detail = files.find(({ name }) => name.includes('业务明细') && !name.includes('汇总'));
  if (!detail)
    throw new ProviderError(
      'payment.provider_refused',
      'BILL',
      `no 业务明细 in ${files.map(({ name }) => name).join(', ')}`,
    );
  return parseTradeBill(gbk.decode(detail.content));
}

async function download(address: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new ProviderError('payment.provider_unavailable', 'NETWORK', String(error), true);
  }
}
