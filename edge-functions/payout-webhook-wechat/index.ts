import { createPayoutWebhookWechatApp } from './app.ts';

Deno.serve(createPayoutWebhookWechatApp(Deno.env.toObject()).fetch);
