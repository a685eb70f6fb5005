import { createSendSmsApp } from './app.ts';

Deno.serve(createSendSmsApp(Deno.env.toObject()).fetch);
