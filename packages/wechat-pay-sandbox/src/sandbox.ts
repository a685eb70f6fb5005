import type { WechatPayCredentials } from './credentials/ensure-wechat-pay-credentials.ts';
import type { Notifier } from './notify/notifier.ts';
import type { StateFile } from './state/open-state.ts';

/** A planned failure of the API: the next `times` requests whose `METHOD /path` starts with `match` get it. */
export interface PlannedFailure {
  match: string;
  status: number;
  code: string;
  message: string;
  times: number;
}

/** What every route of the sandbox works with. */
export interface Sandbox {
  /** Address that browsers and merchants use, without a trailing slash. */
  url: string;
  credentials: WechatPayCredentials;
  file: StateFile;
  notifier: Notifier;
  failures: PlannedFailure[];
  /** Milliseconds from an accepted refund to its success. */
  refundDelayMs: number;
  /** What the merchant may charge in; a domestic merchant charges CNY alone. */
  currencies: readonly string[];
}
