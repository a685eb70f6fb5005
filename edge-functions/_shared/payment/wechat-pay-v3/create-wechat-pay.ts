import type { PaymentProvider } from '../payment-provider.ts';
import { ProviderError } from '../provider-error.ts';
import { unknownCharge, unknownRefund } from '../unknown-state.ts';
import { chargeState } from './charge-state.ts';
import { chinaTime } from '../china-time.ts';
import { createClient } from './client.ts';
import type { WechatPayConfig } from './config.ts';
import { textOf } from './fields.ts';
import { downloadStatement } from './download-statement.ts';
import { parseWebhook } from './parse-webhook.ts';
import { refundState } from './refund-state.ts';

const notFound = new Set(['ORDER_NOT_EXIST', 'ORDERNOTEXIST', 'RESOURCE_NOT_EXISTS']);

/** The payment port over WeChat Pay API v3, paid in the browser (H5). */
export function createWechatPay(config: WechatPayConfig): PaymentProvider {
  const client = createClient(config);
  const { mchid, appid, notifyUrl } = config;
  const order = (outTradeNo: string) => `/v3/pay/transactions/out-trade-no/${encodeURIComponent(outTradeNo)}`;

  return {
    async createCharge(charge) {
      const answer = await client.call('POST', '/v3/pay/transactions/h5', {
        appid,
        mchid,
        description: charge.description.slice(0, 127),
        out_trade_no: charge.outTradeNo,
        time_expire: chinaTime(charge.expiresAt),
        notify_url: notifyUrl,
        amount: { total: charge.amountCents, currency: charge.currency },
        scene_info: { payer_client_ip: charge.payerIp, h5_info: { type: 'Wap' } },
      });
      const h5Url = textOf(answer, 'h5_url');
      if (h5Url === null)
        throw new ProviderError('payment.provider_refused', 'NO_H5_URL', 'the answer has no h5_url');
      return { redirectUrl: `${h5Url}&redirect_url=${encodeURIComponent(charge.returnUrl)}` };
    },

    async queryCharge(outTradeNo) {
      const answer = await found(client.call('GET', `${order(outTradeNo)}?mchid=${mchid}`));
      return answer ? chargeState(outTradeNo, answer) : unknownCharge(outTradeNo);
    },

    async closeCharge(outTradeNo) {
      await found(client.call('POST', `${order(outTradeNo)}/close`, { mchid }));
    },

    async refund(request) {
      const answer = await client.call('POST', '/v3/refund/domestic/refunds', {
        out_trade_no: request.outTradeNo,
        out_refund_no: request.outRefundNo,
        reason: request.reason.slice(0, 80),
        notify_url: notifyUrl,
        amount: { refund: request.amountCents, total: request.totalCents, currency: request.currency },
      });
      return refundState(request.outRefundNo, answer);
    },

    async queryRefund(_outTradeNo, outRefundNo) {
      const target = `/v3/refund/domestic/refunds/${encodeURIComponent(outRefundNo)}`;
      const answer = await found(client.call('GET', target));
      return answer ? refundState(outRefundNo, answer) : unknownRefund(outRefundNo);
    },

    parseWebhook: (headers, body) => parseWebhook(config, client.findPlatformKey, headers, body),
    downloadStatement: (on) => downloadStatement(client, on),
  };
}

/** The answer, or null where the platform does not know the number. */
async function found<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ProviderError && notFound.has(error.code)) return null;
    throw error;
  }
}
