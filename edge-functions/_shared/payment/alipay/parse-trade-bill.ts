import { centsOf } from '../cents-of.ts';
import { chinaInstant } from '../china-instant.ts';
import type { StatementRow } from '../payment-provider.ts';
import { ProviderError } from '../provider-error.ts';

/**
 * Reads a 业务明细 file: lines with `#` around a header and one line a trade, values padded with tabs, refunds negative.
 * Throws ProviderError where a line cannot be read, so that no bill is taken half.
 */
export function parseTradeBill(text: string): StatementRow[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const [first = '', ...rest] = lines.map((line) => line.split(',').map((cell) => cell.trim()));
  return rest.map((cells) => rowOf((name) => cells[first.indexOf(name)] ?? '', cells));
}

function rowOf(cell: (name: string) => string, cells: readonly string[]): StatementRow {
  const isRefund = cell('业务类型') !== '交易';
  const amountCents = Math.abs(centsOf(cell('订单金额（元）')));
  const fee = Math.abs(centsOf(cell('服务费（元）') || '0'));
  const occurredAt = chinaInstant(cell('完成时间'));
  if (occurredAt === null || !Number.isInteger(amountCents) || !Number.isInteger(fee))
    throw new ProviderError('payment.provider_refused', 'BILL', `a line cannot be read: ${cells.join(',')}`);
  return {
    kind: isRefund ? 'refund' : 'payment',
    outTradeNo: cell('商户订单号'),
    outRefundNo: isRefund ? cell('退款批次号/请求号') : null,
    transactionId: cell('支付宝交易号'),
    amountCents,
    feeCents: isRefund && fee !== 0 ? -fee : fee,
    currency: 'CNY',
    occurredAt,
  };
}
