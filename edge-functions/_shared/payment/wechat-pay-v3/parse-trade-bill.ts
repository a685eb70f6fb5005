import { centsOf } from '../cents-of.ts';
import { chinaInstant } from '../china-instant.ts';
import type { StatementRow } from '../payment-provider.ts';
import { ProviderError } from '../provider-error.ts';

/**
 * Reads a trade bill: a header, one line a trade with a backtick before every value, then the totals.
 * Throws ProviderError where a line cannot be read, so that no bill is taken half.
 */
export function parseTradeBill(text: string): StatementRow[] {
  const [first = '', ...lines] = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const names = first.split(',');
  const end = lines.findIndex((line) => !line.startsWith('`'));
  return lines.slice(0, end < 0 ? lines.length : end).map((line) => {
    const cells = line.slice(1).split(',`');
    return rowOf((name) => cells[names.indexOf(name)] ?? '', line);
  });
}

function rowOf(cell: (name: string) => string, line: string): StatementRow {
  const isRefund = cell('交易状态') !== 'SUCCESS';
  const occurredAt = chinaInstant(cell('交易时间'));
  const row = {
    kind: isRefund ? ('refund' as const) : ('payment' as const),
    outTradeNo: cell('商户订单号'),
    outRefundNo: isRefund ? cell('商户退款单号') : null,
    transactionId: cell(isRefund ? '微信退款单号' : '微信订单号'),
    amountCents: centsOf(cell(isRefund ? '申请退款金额' : '订单金额')),
    feeCents: centsOf(cell('手续费')),
    currency: cell('货币种类'),
  };
  if (occurredAt === null || !Number.isInteger(row.amountCents) || !Number.isInteger(row.feeCents))
    throw new ProviderError('payment.provider_refused', 'BILL', `a line of the bill cannot be read: ${line}`);
  return { ...row, occurredAt };
}
