import { createClient } from '../../payment/wechat-pay-v3/client.ts';
import type { WechatPayConfig } from '../../payment/wechat-pay-v3/config.ts';
import { openNotification } from '../../payment/wechat-pay-v3/open-notification.ts';
import { ProviderError } from '../../payment/provider-error.ts';
import type { PayoutOrder, PayoutProvider, PayoutState } from '../payout-provider.ts';
import { transferState } from './transfer-state.ts';

/** From this amount on (fen) the payee's encrypted name is wanted, which an account here does not prove. */
const nameLimitCents = 200_000;
const openid = /^o[\w-]{27}$/;
const roles = { merchant: '商户', rider: '骑手' };

/**
 * The payout port over WeChat Pay's transfers to a person's balance (v3, mch-transfer-bills), in the scene 佣金报酬 or
 * another with the same two report infos. The account is the payee's openid under the merchant's appid.
 */
export function createWechatTransfer(config: WechatPayConfig, sceneId: string): PayoutProvider {
  const client = createClient(config);
  const bills = '/v3/fund-app/mch-transfer/transfer-bills';

  async function query(outPayoutNo: string): Promise<PayoutState> {
    try {
      return transferState(outPayoutNo, await client.call('GET', `${bills}/out-bill-no/${outPayoutNo}`));
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      if (error.code !== 'NOT_FOUND') {
        // A refused question says nothing of the transfer, which may be on its way.
        if (error.key !== 'payment.provider_refused') throw error;
        throw new ProviderError('payment.provider_unavailable', error.code, error.message, true);
      }
      const nothing = { reference: null, amountCents: null, reason: null };
      return { status: 'unknown', outPayoutNo, ...nothing, payload: {} };
    }
  }

  return {
    query,

    canPay: (order) =>
      /^(wechat|微信)/i.test(order.bankName) &&
      openid.test(order.account) &&
      order.currency === 'CNY' &&
      order.amountCents < nameLimitCents,

    async pay(order: PayoutOrder) {
      const known = await query(order.outPayoutNo);
      if (known.status !== 'unknown') return known;
      const answer = await client.call('POST', bills, {
        appid: config.appid,
        out_bill_no: order.outPayoutNo,
        transfer_scene_id: sceneId,
        openid: order.account,
        transfer_amount: order.amountCents,
        transfer_remark: `结算 ${order.outPayoutNo.slice(-8)}`,
        notify_url: config.notifyUrl,
        transfer_scene_report_infos: [
          { info_type: '岗位类型', info_content: roles[order.party] },
          { info_type: '报酬说明', info_content: '平台结算款' },
        ],
      });
      return transferState(order.outPayoutNo, answer);
    },

    async parseWebhook(headers, body) {
      const { eventType, resource } = await openNotification(config, client.findPlatformKey, headers, body);
      return eventType === 'MCHTRANSFER.BILL.FINISHED' ? transferState('', resource) : null;
    },
  };
}
