import { createPaymentCreateApp } from './app.ts';

Deno.serve(createPaymentCreateApp(Deno.env.toObject()).fetch);
