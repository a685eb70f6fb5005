import { createPaymentProvidersApp } from './app.ts';

Deno.serve(createPaymentProvidersApp(Deno.env.toObject()).fetch);
