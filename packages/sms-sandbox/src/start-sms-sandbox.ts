import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { ApiError } from './api-error.ts';
import { defaultTemplates } from './default-templates.ts';
import { ensureSmsCredentials, type SmsCredentials } from './ensure-sms-credentials.ts';
import { findMessages } from './find-messages.ts';
import { inboxPage } from './inbox-page.ts';
import { openMessages } from './message-file.ts';
import { sendSms } from './send-sms.ts';
import { verifyAcs3 } from './verify-acs3.ts';

const maxBodyBytes = 64 * 1024;

export interface SmsSandboxOptions {
  /** Folder of credentials.json and messages.json. */
  dataDir: string;
  /** 0 takes a free port. */
  port: number;
  /** Registered templates by code; default the product's own. */
  templates?: Readonly<Record<string, string>>;
}

export interface RunningSmsSandbox {
  url: string;
  credentials: SmsCredentials;
  stop(): Promise<void>;
}

/** Starts the sandbox on 127.0.0.1. Rejects with the server's error (EADDRINUSE) when the port is taken. */
export async function startSmsSandbox(options: SmsSandboxOptions): Promise<RunningSmsSandbox> {
  const credentials = ensureSmsCredentials(options.dataDir);
  const messages = openMessages(options.dataDir);
  const templates = options.templates ?? defaultTemplates;
  const usedNonces = new Map<string, number>();
  const app = new Hono();

  app.post('/', async (c) => {
    const body = await c.req.text();
    if (Buffer.byteLength(body) > maxBodyBytes)
      throw new ApiError(413, 'RequestTooLarge', 'The request is too large.');
    const { pathname, searchParams } = new URL(c.req.url);
    const request = { method: 'POST', path: pathname, query: searchParams, headers: c.req.raw.headers, body };
    verifyAcs3(request, credentials, usedNonces);
    if (c.req.header('x-acs-version') !== '2017-05-25')
      throw new ApiError(400, 'InvalidVersion', 'Specified parameter Version is not valid.');
    if (c.req.header('x-acs-action') !== 'SendSms')
      throw new ApiError(404, 'InvalidAction.NotFound', 'Specified api is not found.');
    const query = new URLSearchParams(searchParams);
    if (c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded'))
      for (const [name, value] of new URLSearchParams(body)) query.set(name, value);
    return c.json(sendSms(query, credentials, templates, messages));
  });

  app.get('/', (c) => {
    const phone = c.req.query('phone') ?? '';
    return c.html(inboxPage(findMessages(messages, phone), phone));
  });
  app.get('/sandbox/messages', (c) => c.json(findMessages(messages, c.req.query('phone'))));
  app.get('/health', (c) => c.json({ status: 'ok' }));

  app.onError((error, c) => {
    if (!(error instanceof ApiError)) console.error(error);
    const known =
      error instanceof ApiError ? error : new ApiError(500, 'InternalError', 'The request failed.');
    const RequestId = randomUUID().toUpperCase();
    const HostId = new URL(c.req.url).host;
    return c.json({ RequestId, HostId, Code: known.code, Message: known.message }, known.status);
  });

  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => resolve());
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
