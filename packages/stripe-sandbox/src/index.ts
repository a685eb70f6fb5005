export { ensureStripeCredentials, type StripeCredentials } from './credentials.ts';
export {
  startStripeSandbox,
  type RunningStripeSandbox,
  type StripeSandboxOptions,
} from './start-stripe-sandbox.ts';
