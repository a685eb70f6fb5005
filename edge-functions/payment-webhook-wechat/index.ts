import { createPaymentWebhookWechatApp } from './app.ts';

Deno.serve(createPaymentWebhookWechatApp(Deno.env.toObject()).fetch);
