import { escapeLiteral, type Client } from 'pg';

/**
 * Policies on realtime.messages for topics that begin with `prefix:`, written by `postgres` as a migration would.
 * A user whose token says `rooms` reads `prefix:read:…` and `prefix:write:…` and sends to the latter; everyone
 * signed in owns `prefix:user:<sub>`; asking about `prefix:broken:…` fails.
 */
export async function addPolicies(database: Client, prefix: string): Promise<void> {
  const name = (kind: string) => `"${prefix}:${kind}"`;
  const like = (kind: string) => escapeLiteral(`${prefix}:${kind}:%`);
  const isMember =
    "coalesce((current_setting('request.jwt.claims', true)::jsonb ->> 'rooms')::boolean, false)";
  await database.query(`
    create policy ${name('read')} on realtime.messages for select to authenticated
    using ((select realtime.topic()) like any (array[${like('read')}, ${like('write')}]) and ${isMember});

    create policy ${name('write')} on realtime.messages for insert to authenticated
    with check ((select realtime.topic()) like ${like('write')} and ${isMember});

    create policy ${name('own')} on realtime.messages for select to authenticated
    using (
      (select realtime.topic()) =
        ${escapeLiteral(`${prefix}:user:`)} || (current_setting('request.jwt.claims', true)::jsonb ->> 'sub')
    );

    create policy ${name('broken')} on realtime.messages for select to authenticated
    using (
      case when (select realtime.topic()) like ${like('broken')} then 1 / (length(topic) - length(topic)) = 1 end
    );
  `);
}
