import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { Person, Town } from '../town.ts';
import { demoPassword } from './demo-people.ts';
import { personId } from './person-id.ts';

/**
 * Creates the town's demo sign-ins through the auth admin API, with ids that never change; those who exist
 * are left alone. Answers how many were created. Throws the API's error, with whose account it was.
 */
export async function createDemoPeople(url: string, secretKey: string, town: Town): Promise<number> {
  const supabase = createClient(url, secretKey, { auth: { persistSession: false, autoRefreshToken: false } });
  const known = await knownUserIds(supabase);
  const missing = town.people.filter((person) => !known.has(personId(town.city.slug, person)));
  for (const person of missing) await createPerson(supabase, town.city.slug, person);
  return missing.length;
}

async function createPerson(supabase: SupabaseClient, slug: string, person: Person): Promise<void> {
  const { error } = await supabase.auth.admin.createUser({
    id: personId(slug, person),
    user_metadata: { display_name: person.displayName, locale: person.locale },
    ...(person.phone === undefined ? {} : { phone: person.phone, phone_confirm: true }),
    ...(person.email === undefined
      ? {}
      : { email: person.email, email_confirm: true, password: demoPassword }),
  });
  if (error !== null)
    throw new Error(`cannot create the demo account ${person.key}: ${error.message}`, { cause: error });
}

async function knownUserIds(supabase: SupabaseClient): Promise<Set<string>> {
  const perPage = 500;
  const ids = new Set<string>();
  for (let page = 1; ; page += 1) {
    const { data, error } = await supabase.auth.admin.listUsers({ page, perPage });
    if (error !== null) throw new Error(`cannot list the accounts: ${error.message}`, { cause: error });
    for (const user of data.users) ids.add(user.id);
    if (data.users.length < perPage) return ids;
  }
}
