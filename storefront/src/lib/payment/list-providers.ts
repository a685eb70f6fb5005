import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { OfferedProvider } from './types.ts';

let known: Promise<OfferedProvider[]> | undefined;

/** Every provider that can be paid with here, the first choice first; asked for once a visit. */
export function listProviders(): Promise<OfferedProvider[]> {
  known ??= load().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function load(): Promise<OfferedProvider[]> {
  const answer = await db().functions.invoke<{ providers: OfferedProvider[] }>('payment-providers');
  return unwrap(answer).providers;
}
