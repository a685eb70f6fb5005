import { createPaymentWebhookAlipayApp } from './app.ts';

Deno.serve(createPaymentWebhookAlipayApp(Deno.env.toObject()).fetch);
