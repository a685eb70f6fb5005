import { createPaymentWebhookStripeApp } from './app.ts';

Deno.serve(createPaymentWebhookStripeApp(Deno.env.toObject()).fetch);
