import { notifyTrade } from '../notify/notify-trade.ts';
import { invalid, refused } from '../protocol/business-error.ts';
import { localTime } from '../protocol/local-time.ts';
import { fenOf, yuan } from '../protocol/yuan.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Refund } from '../state.ts';
import { findTrade } from './find-trade.ts';
import { refundedFen } from './refunded-fen.ts';

type Content = Readonly<Record<string, unknown>>;
type Method = (sandbox: Sandbox, content: Content) => Record<string, unknown>;

/** The API's methods: biz_content in, the fields of a successful answer out; refusals are thrown. */
export const methods: Readonly<Record<string, Method>> = {
  'alipay.trade.query': (sandbox, content) => {
    const trade = findTrade(sandbox, content);
    return {
      out_trade_no: trade.out_trade_no,
      trade_no: trade.trade_no,
      trade_status: trade.trade_status,
      total_amount: yuan(trade.total),
      ...(trade.paid_at === null ? {} : { send_pay_date: localTime(new Date(trade.paid_at)) }),
    };
  },

  'alipay.trade.close': (sandbox, content) => {
    const trade = findTrade(sandbox, content);
    if (trade.trade_status !== 'WAIT_BUYER_PAY') throw refused('ACQ.TRADE_STATUS_ERROR', '交易状态不合法');
    trade.trade_status = 'TRADE_CLOSED';
    sandbox.file.save();
    return { out_trade_no: trade.out_trade_no, trade_no: trade.trade_no };
  },

  'alipay.trade.refund': (sandbox, content) => {
    const trade = findTrade(sandbox, content);
    const refund = fenOf(content.refund_amount);
    const number = content.out_request_no;
    if (refund === null || typeof number !== 'string' || number === '')
      throw invalid('isv.invalid-parameter', '参数无效：refund_amount, out_request_no');
    if (trade.paid_at === null) throw refused('ACQ.TRADE_STATUS_ERROR', '交易状态不合法');
    const key = `${trade.out_trade_no}/${number}`;
    const known = sandbox.file.state.refunds[key];
    if (known && known.refund !== refund) throw refused('ACQ.DISCORDANT_REPEAT_REQUEST', '请求信息不一致');
    if (!known && refundedFen(sandbox, trade) + refund > trade.total)
      throw refused('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL', '退款金额超限');
    const reason = typeof content.refund_reason === 'string' ? content.refund_reason : null;
    const at = new Date().toISOString();
    const made: Refund = known ?? {
      out_trade_no: trade.out_trade_no,
      out_request_no: number,
      refund,
      reason,
      refunded_at: at,
    };
    if (!known) {
      sandbox.file.state.refunds[key] = made;
      if (refundedFen(sandbox, trade) === trade.total) trade.trade_status = 'TRADE_CLOSED';
      sandbox.file.save();
      notifyTrade(sandbox, trade, made);
    }
    return {
      out_trade_no: trade.out_trade_no,
      trade_no: trade.trade_no,
      buyer_user_id: '2088000000000000',
      fund_change: known ? 'N' : 'Y',
      refund_fee: yuan(refundedFen(sandbox, trade)),
    };
  },

  'alipay.trade.fastpay.refund.query': (sandbox, content) => {
    const trade = findTrade(sandbox, content);
    const refund = sandbox.file.state.refunds[`${trade.out_trade_no}/${String(content.out_request_no)}`];
    if (!refund) return {};
    const options = Array.isArray(content.query_options) ? (content.query_options as unknown[]) : [];
    return {
      out_trade_no: trade.out_trade_no,
      trade_no: trade.trade_no,
      out_request_no: refund.out_request_no,
      refund_status: 'REFUND_SUCCESS',
      total_amount: yuan(trade.total),
      refund_amount: yuan(refund.refund),
      ...(options.includes('gmt_refund_pay')
        ? { gmt_refund_pay: localTime(new Date(refund.refunded_at)) }
        : {}),
    };
  },

  'alipay.data.dataservice.bill.downloadurl.query': (sandbox, content) => {
    const day = content.bill_date;
    if (content.bill_type !== 'trade' || typeof day !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(day))
      throw invalid('isv.invalid-parameter', '参数无效：bill_type, bill_date');
    if (day >= localTime(new Date()).slice(0, 10)) throw refused('isp.bill_not_exist', '账单不存在');
    return { bill_download_url: `${sandbox.url}/billdownload?bill_date=${day}` };
  },
};
