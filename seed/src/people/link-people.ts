import pg from 'pg';
import { stableUuid } from '../stable-uuid.ts';
import type { Town } from '../town.ts';
import { personId } from './person-id.ts';

const statements = {
  operators: `
    insert into public.ops_members (user_id, role)
    select user_id, role::public.ops_role from jsonb_to_recordset($1) as r (user_id uuid, role text)
    on conflict do nothing`,
  members: `
    insert into public.merchant_members (merchant_id, user_id, store_id, role)
    select merchant_id, user_id, store_id, role::public.merchant_role
    from jsonb_to_recordset($1) as r (merchant_id uuid, user_id uuid, store_id uuid, role text)
    on conflict do nothing`,
  riders: `
    insert into public.riders (id, city_id, display_name, phone, vehicle, zone_id, lon, lat)
    select id, city_id, display_name, phone, vehicle, zone_id, lon, lat
    from jsonb_to_recordset($1) as r (id uuid, city_id uuid, display_name text, phone text, vehicle text,
      zone_id uuid, lon float8, lat float8)
    on conflict do nothing`,
  addresses: `
    insert into public.addresses (id, user_id, label, contact_name, contact_phone, street, detail, lon, lat, is_default)
    select id, user_id, label, contact_name, contact_phone, street, detail, lon, lat, is_default
    from jsonb_to_recordset($1) as r (id uuid, user_id uuid, label text, contact_name text, contact_phone text,
      street text, detail text, lon float8, lat float8, is_default boolean)
    on conflict do nothing`,
};

/**
 * Gives the town's demo people their parts: operator roles, memberships, riders, addresses. Needs the town
 * and the accounts to be there. Running it again adds only what is missing.
 */
export async function linkPeople(town: Town, dbUrl: string): Promise<void> {
  const { city, people } = town;
  const idOf = (person: Town['people'][number]) => personId(city.slug, person);
  const rows: Record<keyof typeof statements, object[]> = {
    operators: people.flatMap((person) =>
      person.opsRole === undefined ? [] : [{ user_id: idOf(person), role: person.opsRole }],
    ),
    members: people.flatMap((person) =>
      (person.memberships ?? []).map(({ merchantId, storeId, role }) => ({
        merchant_id: merchantId,
        user_id: idOf(person),
        store_id: storeId,
        role,
      })),
    ),
    riders: people.flatMap((person) => {
      if (person.rider === undefined) return [];
      const { vehicle, zoneId, lon, lat } = person.rider;
      return [
        {
          id: idOf(person),
          city_id: city.id,
          display_name: person.displayName,
          phone: person.phone ?? '',
          vehicle,
          zone_id: zoneId,
          lon,
          lat,
        },
      ];
    }),
    addresses: people.flatMap((person) =>
      (person.addresses ?? []).map((address, at) => ({
        id: stableUuid(idOf(person), 'addresses', at),
        user_id: idOf(person),
        contact_name: person.displayName,
        contact_phone: person.phone,
        is_default: at === 0,
        ...address,
      })),
    ),
  };
  const client = new pg.Client({
    connectionString: dbUrl,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
  });
  await client.connect();
  try {
    await client.query('begin');
    for (const [name, sql] of Object.entries(statements)) {
      await client.query(sql, [JSON.stringify(rows[name as keyof typeof statements])]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}
