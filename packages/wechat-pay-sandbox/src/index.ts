export {
  ensureWechatPayCredentials,
  type WechatPayCredentials,
} from './credentials/ensure-wechat-pay-credentials.ts';
export {
  startWechatPaySandbox,
  type RunningWechatPaySandbox,
  type WechatPaySandboxOptions,
} from './start-wechat-pay-sandbox.ts';
