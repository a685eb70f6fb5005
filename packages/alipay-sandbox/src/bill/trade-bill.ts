import { localTime } from '../protocol/local-time.ts';
import { yuan } from '../protocol/yuan.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Trade } from '../state.ts';

const header =
  '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,' +
  '支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,' +
  '退款批次号/请求号,服务费（元）,分润（元）,备注';
const line = '-----------------------------------------';
const feeRate = 0.006;

/** The trade bill (业务明细) of one Beijing day `YYYY-MM-DD` as CSV: a tab after every value, refunds negative. */
export function tradeBill(sandbox: Sandbox, day: string): string {
  const { file, credentials } = sandbox;
  const rows: { at: string; text: string }[] = [];
  for (const trade of Object.values(file.state.trades)) {
    if (trade.paid_at === null) continue;
    rows.push(rowOf(trade, '交易', trade.paid_at, trade.total, ''));
    for (const one of Object.values(file.state.refunds)) {
      if (one.out_trade_no === trade.out_trade_no)
        rows.push(rowOf(trade, '退款', one.refunded_at, -one.refund, one.out_request_no));
    }
  }
  const ofDay = rows.filter((row) => row.at.startsWith(day)).sort((a, b) => a.at.localeCompare(b.at));
  return [
    '#支付宝业务明细查询',
    `#账号：[${credentials.sellerId}0156]`,
    `#起始日期：[${day} 00:00:00]   终止日期：[${day} 24:00:00]`,
    `#${line}业务明细列表${line}`,
    header,
    ...ofDay.map((row) => row.text),
    `#${line}业务明细列表结束${line}`,
    `#导出时间：[${localTime(new Date())}]`,
    '',
  ].join('\r\n');
}

function rowOf(trade: Trade, kind: string, instant: string, fen: number, request: string) {
  const at = localTime(new Date(instant));
  const fee = -Math.round(fen * feeRate);
  const zeros = Array<string>(5).fill('0.00');
  const cells = [trade.trade_no, trade.out_trade_no, kind, trade.subject.replaceAll(',', ' ')];
  cells.push(localTime(new Date(trade.created_at)), at, '', '', '', '', 'pay***@example.cn');
  cells.push(yuan(fen), yuan(fen), ...zeros, '', '0.00', '0.00', request, yuan(fee), '0.00', '');
  return { at, text: cells.map((cell) => `${cell}\t`).join(',') };
}
