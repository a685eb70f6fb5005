import { createClient, type Session, type SupabaseClient } from '@supabase/supabase-js';
import type { Database } from '@linli/database';
import type { World } from '@linli/launcher/world/start-world';
import { eventually } from './eventually.ts';

export type Client = SupabaseClient<Database>;

/** A client that nobody has signed in to yet. */
export function newClient(world: World): Client {
  return createClient<Database>(world.platform.url, world.platform.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
}

/** The client of the service role. */
export function serviceClient(world: World): Client {
  return createClient<Database>(world.platform.url, world.platform.secretKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
}

/** Signs in a demo person of the staff. */
export async function signInStaff(world: World, email: string): Promise<Client> {
  const client = newClient(world);
  const { error } = await client.auth.signInWithPassword({ email, password: 'linli-demo' });
  if (error) throw error;
  return client;
}

/** The newest code that the SMS sandbox holds for a phone. */
export async function readSmsCode(world: World, phone: string, after: Date): Promise<string> {
  return eventually(`an SMS code for ${phone}`, async () => {
    const response = await fetch(`${world.urls.sms}/sandbox/messages?phone=${phone}`);
    const messages = (await response.json()) as { text: string; template: string; sent_at: string }[];
    const fresh = messages.find((one) => one.template === 'otp' && new Date(one.sent_at) >= after);
    return fresh && /\d{6}/.exec(fresh.text)?.[0];
  });
}

/** Signs in a customer by the code that arrives in the SMS sandbox. */
export async function signInCustomer(world: World, phone: string): Promise<Client> {
  const client = newClient(world);
  const after = new Date(Date.now() - 1000);
  const sent = await client.auth.signInWithOtp({ phone: `+86${phone}` });
  if (sent.error) throw sent.error;
  const token = await readSmsCode(world, phone, after);
  const { error } = await client.auth.verifyOtp({ phone: `+86${phone}`, token, type: 'sms' });
  if (error) throw error;
  return client;
}

/** The answer of a call, or its error thrown. */
export function must<T>({ data, error }: { data: T; error: { message: string } | null }): NonNullable<T> {
  if (error) throw error;
  return data as NonNullable<T>;
}

/** What the browser of a signed-in person would keep. */
export async function sessionOf(client: Client): Promise<Session> {
  const { data } = await client.auth.getSession();
  if (!data.session) throw new Error('nobody is signed in');
  return data.session;
}
