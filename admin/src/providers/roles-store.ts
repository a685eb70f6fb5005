import type { LinliClient } from '@linli/database';
import { run } from '../queries/run.ts';
import type { Roles } from '../lib/access.ts';

export type RolesStore = { get: () => Promise<Roles>; forget: () => void };

/** Asks for the signed-in person's roles once and keeps the answer until somebody else signs in. */
export function createRolesStore(client: LinliClient): RolesStore {
  let asked: Promise<Roles> | undefined;
  return {
    get() {
      asked ??= run(client.rpc('get_my_roles')).then((answer) => answer as unknown as Roles);
      asked.catch(() => (asked = undefined));
      return asked;
    },
    forget() {
      asked = undefined;
    },
  };
}
