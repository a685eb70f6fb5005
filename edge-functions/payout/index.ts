import { createPayoutApp } from './app.ts';

Deno.serve(createPayoutApp(Deno.env.toObject()).fetch);
