import type { Enums } from '@linli/database';
import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { teamKey } from './use-team.ts';

/** Gives a person a role in the back office, or takes it with null. */
export function useSetMember() {
  return useCommand(
    (client, { account, role }: { account: string; role: Enums<'ops_role'> | null }) =>
      run(
        client.rpc(
          'set_ops_member',
          role === null ? { p_account: account } : { p_account: account, p_role: role },
        ),
      ),
    { done: 'team.done', refresh: [teamKey] },
  );
}
