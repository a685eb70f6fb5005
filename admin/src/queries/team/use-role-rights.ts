import type { Enums } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { Resource } from '../../lib/engine/types.ts';
import { run } from '../run.ts';

/** What each role of the operator may do with each table. */
export type RoleRights = Record<Enums<'ops_role'>, Record<string, Resource['rights']>>;

/** Rights by role and table, as the database weighs them; for administrators. */
export function useRoleRights() {
  const client = useClient();
  return useQuery({
    queryKey: ['role-rights'],
    queryFn: async ({ signal }) =>
      (await run(client.rpc('describe_role_rights'), signal)) as unknown as RoleRights,
    staleTime: 5 * 60_000,
  });
}
