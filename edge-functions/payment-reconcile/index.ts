import { createPaymentReconcileApp } from './app.ts';

Deno.serve(createPaymentReconcileApp(Deno.env.toObject()).fetch);
