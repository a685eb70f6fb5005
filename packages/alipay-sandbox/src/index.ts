export { ensureAlipayCredentials, type AlipayCredentials } from './credentials.ts';
export {
  startAlipaySandbox,
  type AlipaySandboxOptions,
  type RunningAlipaySandbox,
} from './start-alipay-sandbox.ts';
