import type { Env } from '../platform/env.ts';
import { wechatPayConfig } from '../payment/wechat-pay-v3/from-env.ts';
import type { PayoutOrder, PayoutProvider } from './payout-provider.ts';
import { createWechatTransfer } from './wechat-transfer/create-wechat-transfer.ts';

/** WeChat Pay's transfers; null where the installation has no transfer scene. */
export function wechatTransferFromEnv(env: Env): PayoutProvider | null {
  const sceneId = env.WECHAT_TRANSFER_SCENE_ID;
  const notifyUrl = env.WECHAT_TRANSFER_NOTIFY_URL;
  if (!sceneId || !notifyUrl) return null;
  return createWechatTransfer({ ...wechatPayConfig(env), notifyUrl }, sceneId);
}

/** Gives the adapter that can pay an order; null where none can. */
export function createFindPayoutProvider(env: Env): (order: PayoutOrder) => PayoutProvider | null {
  const all = [wechatTransferFromEnv(env)].filter((one) => one !== null);
  return (order) => all.find((one) => one.canPay(order)) ?? null;
}
