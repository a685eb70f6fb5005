import { createPaymentSyncApp } from './app.ts';

Deno.serve(createPaymentSyncApp(Deno.env.toObject()).fetch);
