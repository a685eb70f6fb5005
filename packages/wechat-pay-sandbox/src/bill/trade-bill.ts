import type { Sandbox } from '../sandbox.ts';
import { chinaTime } from '@linli/sandbox-kit';

const header =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,' +
  '微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const totals = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';
const feeRate = 0.006;

/**
 * The trade bill (`bill_type=ALL`) of one Beijing day `YYYY-MM-DD`: a CSV in WeChat Pay's columns, a backtick before
 * every value, amounts in yuan, then the totals.
 */
export function tradeBill(sandbox: Sandbox, day: string): string {
  const { credentials, file } = sandbox;
  const rows: { at: string; cells: string[]; paid: number; refunded: number; fee: number }[] = [];
  for (const one of Object.values(file.state.transactions)) {
    if (one.success_at === null || one.transaction_id === null) continue;
    const head = [
      credentials.appid,
      credentials.mchid,
      '0',
      '',
      one.transaction_id,
      one.out_trade_no,
      one.openid ?? '',
    ];
    const tail = [one.description.replaceAll(',', ' '), one.attach ?? ''];
    const paidAt = localTime(one.success_at);
    const kind = [one.trade_type, 'SUCCESS', 'OTHERS', one.currency];
    const fee = Math.round(one.total * feeRate);
    rows.push({
      at: paidAt,
      cells: [
        ...[paidAt, ...head, ...kind, yuan(one.total), '0.00', '0', '0', '0.00', '0.00', '', '', ...tail],
        ...[yuanFine(fee), '0.60%', yuan(one.total), '0.00', ''],
      ],
      paid: one.total,
      refunded: 0,
      fee,
    });
    for (const refund of Object.values(file.state.refunds)) {
      if (refund.out_trade_no !== one.out_trade_no || refund.success_at === null) continue;
      const at = localTime(refund.success_at);
      const back = -Math.round(refund.refund * feeRate);
      rows.push({
        at,
        cells: [
          ...[
            at,
            ...head,
            one.trade_type,
            'REFUND',
            'OTHERS',
            one.currency,
            '0.00',
            '0.00',
            refund.refund_id,
          ],
          ...[refund.out_refund_no, yuan(refund.refund), '0.00', 'ORIGINAL', refund.status, ...tail],
          ...[yuanFine(back), '0.60%', '0.00', yuan(refund.refund), ''],
        ],
        paid: 0,
        refunded: refund.refund,
        fee: back,
      });
    }
  }
  const ofDay = rows.filter((row) => row.at.startsWith(day)).sort((a, b) => a.at.localeCompare(b.at));
  const sum = (pick: 'paid' | 'refunded' | 'fee') => ofDay.reduce((total, row) => total + row[pick], 0);
  const closing = [yuan(sum('paid')), yuan(sum('refunded')), '0.00', yuanFine(sum('fee'))];
  return [
    header,
    ...ofDay.map((row) => ticked(row.cells)),
    totals,
    ticked([String(ofDay.length), ...closing, yuan(sum('paid')), yuan(sum('refunded'))]),
    '',
  ].join('\r\n');
}

function ticked(cells: string[]): string {
  return cells.map((cell) => `\`${cell}`).join(',');
}

function localTime(instant: string): string {
  return chinaTime(new Date(instant)).slice(0, 19).replace('T', ' ');
}

function yuan(fen: number): string {
  return (fen / 100).toFixed(2);
}

function yuanFine(fen: number): string {
  return (fen / 100).toFixed(5);
}
