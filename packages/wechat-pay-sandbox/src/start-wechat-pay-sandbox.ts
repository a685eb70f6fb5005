import { Notifier, openState, postNotification, serve } from '@linli/sandbox-kit';
import { Hono } from 'hono';
import { apiRoutes } from './api/api-routes.ts';
import { scheduleRefund } from './api/schedule-refund.ts';
import { cashierRoutes } from './cashier/cashier-routes.ts';
import { controlRoutes } from './control/control-routes.ts';
import {
  ensureWechatPayCredentials,
  type WechatPayCredentials,
} from './credentials/ensure-wechat-pay-credentials.ts';
import { wechatRetryDelaysMs } from './notify/wechat-retry-delays.ts';
import { platformSignature, type PlatformKey } from './protocol/platform-signature.ts';
import type { Sandbox } from './sandbox.ts';
import type { SandboxState } from './state/types.ts';

export interface WechatPaySandboxOptions {
  /** Folder of credentials.json and state.json. */
  dataDir: string;
  /** 0 takes a free port. */
  port: number;
  /** Address that payers and merchants use; default `http://127.0.0.1:<port>`. */
  publicUrl?: string;
  /** Waits between delivery attempts in milliseconds; default WeChat Pay's own schedule. */
  retryDelaysMs?: readonly number[];
  /** Milliseconds from an accepted refund to its success; default 1000; Infinity leaves it to the control endpoint. */
  refundDelayMs?: number;
  /** What a transfer becomes at once; default SUCCESS, as where payees have agreed to be paid without a confirmation. */
  transferOutcome?: 'SUCCESS' | 'WAIT_USER_CONFIRM';
  /** What the merchant may charge in; default CNY alone, as a domestic merchant. */
  currencies?: readonly string[];
  /** Which platform key signs notifications; default `certificate`. */
  notificationKey?: PlatformKey;
}

export interface RunningWechatPaySandbox {
  url: string;
  credentials: WechatPayCredentials;
  stop(): Promise<void>;
}

/** Starts the sandbox on 127.0.0.1. Rejects with the server's error (EADDRINUSE) when the port is taken. */
export async function startWechatPaySandbox(
  options: WechatPaySandboxOptions,
): Promise<RunningWechatPaySandbox> {
  const credentials = ensureWechatPayCredentials(options.dataDir);
  const file = openState<SandboxState>(options.dataDir, [
    'transactions',
    'refunds',
    'transfers',
    'notifications',
  ]);
  const key = options.notificationKey ?? 'certificate';
  const notifier = new Notifier({
    file,
    delaysMs: options.retryDelaysMs ?? wechatRetryDelaysMs,
    post: ({ url, body }) => {
      const agent = { 'content-type': 'application/json', 'user-agent': 'Mozilla/4.0' };
      const headers = { ...agent, ...platformSignature(body, credentials, key) };
      return postNotification(url, headers, body, (status) => status === 200 || status === 204);
    },
  });
  const sandbox: Sandbox = {
    url: options.publicUrl ?? '',
    credentials,
    file,
    notifier,
    failures: [],
    transferOutcome: options.transferOutcome ?? 'SUCCESS',
    refundDelayMs: options.refundDelayMs ?? 1000,
    currencies: options.currencies ?? ['CNY'],
  };
  const app = new Hono();
  app.route('/v3', apiRoutes(sandbox));
  app.route('/cashier', cashierRoutes(sandbox));
  app.route('/sandbox', controlRoutes(sandbox));
  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.get('/', (c) =>
    c.json({ name: 'WeChat Pay sandbox', health: '/health', control: '/sandbox/transactions' }),
  );

  const served = await serve(app, options.port);
  sandbox.url ||= served.url;
  notifier.resume();
  for (const refund of Object.values(file.state.refunds)) {
    if (refund.status === 'PROCESSING') scheduleRefund(sandbox, refund);
  }
  return {
    url: served.url,
    credentials,
    async stop() {
      await Promise.all([served.stop(), notifier.stop()]);
    },
  };
}
