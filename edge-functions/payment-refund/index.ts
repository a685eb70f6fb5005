import { createPaymentRefundApp } from './app.ts';

Deno.serve(createPaymentRefundApp(Deno.env.toObject()).fetch);
