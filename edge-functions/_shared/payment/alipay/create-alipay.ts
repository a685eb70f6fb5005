import { chargeEvent } from '../charge-event.ts';
import { chinaTime } from '../china-time.ts';
import type { PaymentProvider, RefundState } from '../payment-provider.ts';
import { ProviderError } from '../provider-error.ts';
import { refundEvent } from '../refund-event.ts';
import { unknownCharge, unknownRefund } from '../unknown-state.ts';
import { createClient } from './client.ts';
import type { AlipayConfig } from './config.ts';
import { downloadStatement } from './download-statement.ts';
import { readNotification } from './read-notification.ts';
import { chargeState, refundState } from './states.ts';

/** The payment port over Alipay's open platform (RSA2), paid in the browser (手机网站支付). */
export function createAlipay(config: AlipayConfig): PaymentProvider {
  const client = createClient(config);

  async function queryCharge(outTradeNo: string) {
    const fields = await known(client.call('alipay.trade.query', { out_trade_no: outTradeNo }));
    return fields ? chargeState(outTradeNo, fields) : unknownCharge(outTradeNo);
  }

  async function queryRefund(outTradeNo: string, outRefundNo: string): Promise<RefundState> {
    const asked = {
      out_trade_no: outTradeNo,
      out_request_no: outRefundNo,
      query_options: ['gmt_refund_pay'],
    };
    const fields = await known(client.call('alipay.trade.fastpay.refund.query', asked));
    return fields ? refundState(outRefundNo, fields) : unknownRefund(outRefundNo);
  }

  return {
    queryCharge,
    queryRefund,

    async createCharge(charge) {
      // The payer's page alone makes the trade, so a repeat must ask what became of the first address.
      const { status } = await queryCharge(charge.outTradeNo);
      if (status === 'captured')
        throw new ProviderError('payment.already_paid', 'TRADE_SUCCESS', 'the trade is paid');
      if (status === 'closed')
        throw new ProviderError('payment.charge_closed', 'TRADE_CLOSED', 'the trade is closed');
      const content = {
        out_trade_no: charge.outTradeNo,
        total_amount: yuan(charge.amountCents),
        subject: charge.description.slice(0, 256),
        product_code: 'QUICK_WAP_WAY',
        time_expire: chinaTime(charge.expiresAt).slice(0, 19).replace('T', ' '),
        quit_url: charge.returnUrl,
      };
      return { redirectUrl: await client.address('alipay.trade.wap.pay', content, charge.returnUrl) };
    },

    async closeCharge(outTradeNo) {
      try {
        // A trade that no payer has opened is not known; its address ends with time_expire.
        await known(client.call('alipay.trade.close', { out_trade_no: outTradeNo }));
      } catch (error) {
        if (!(error instanceof ProviderError) || error.code !== 'ACQ.TRADE_STATUS_ERROR') throw error;
        const { status } = await queryCharge(outTradeNo);
        if (status === 'captured')
          throw new ProviderError('payment.already_paid', error.code, 'the trade is paid');
      }
    },

    async refund(order) {
      await client.call('alipay.trade.refund', {
        out_trade_no: order.outTradeNo,
        out_request_no: order.outRefundNo,
        refund_amount: yuan(order.amountCents),
        refund_reason: order.reason.slice(0, 256),
      });
      // The answer sums up all refunds of the trade; the query says what became of this one.
      const state = await queryRefund(order.outTradeNo, order.outRefundNo);
      return state.status === 'unknown' ? { ...state, status: 'processing' } : state;
    },

    async parseWebhook(_headers, body) {
      const fields = await readNotification(config, client, body);
      const { out_trade_no: outTradeNo = '', out_biz_no: outRefundNo, notify_id: eventId = '' } = fields;
      // Its refund_fee is the sum of all refunds, so the amount of this one is asked for.
      const event =
        fields.gmt_refund && outRefundNo
          ? refundEvent(await queryRefund(outTradeNo, outRefundNo), outTradeNo, 0)
          : chargeEvent(chargeState(outTradeNo, fields));
      return event && { ...event, eventId };
    },

    downloadStatement: (on) => downloadStatement(client, on),
  };
}

function yuan(cents: number): string {
  return (cents / 100).toFixed(2);
}

/** The fields, or null where Alipay does not know the trade. */
async function known<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ProviderError && error.code === 'ACQ.TRADE_NOT_EXIST') return null;
    throw error;
  }
}
