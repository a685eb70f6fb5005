import { createDispatchTick } from './handler.ts';

Deno.serve(createDispatchTick(Deno.env.toObject()));
