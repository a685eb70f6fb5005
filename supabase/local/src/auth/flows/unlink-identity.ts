import type { AuthCore } from '../core.ts';
import { inTransaction } from '../database.ts';
import { AuthFailure } from '../failure.ts';
import { changeUser } from '../users/change-user.ts';
import { findIdentities } from '../users/find-user.ts';
import type { UserRow } from '../users/user-row.ts';

/** @throws AuthFailure `manual_linking_disabled` unless `enable_manual_linking` is set */
export function checkManualLinking(core: AuthCore): void {
  if (!core.settings.manualLinkingEnabled)
    throw new AuthFailure(404, 'manual_linking_disabled', 'Manual linking is disabled');
}

/** Takes a provider's account from a user, never the last. @throws AuthFailure `identity_not_found`, `single_identity_not_deletable` */
export async function unlinkIdentity(core: AuthCore, user: UserRow, identityId: string): Promise<void> {
  await inTransaction(core.pool, async (tx) => {
    await tx.query('select 1 from auth.users where id = $1 for update', [user.id]);
    const identities = await findIdentities(tx, user.id);
    const identity = identities.find((one) => one.id === identityId);
    if (identity === undefined) throw new AuthFailure(422, 'identity_not_found', "Identity doesn't exist");
    if (identities.length < 2)
      throw new AuthFailure(
        422,
        'single_identity_not_deletable',
        'User must have at least 1 identity after unlinking',
      );
    await tx.query('delete from auth.identities where id = $1', [identity.id]);
    const rest = identities.filter((one) => one.id !== identity.id);
    const providers = [...new Set(rest.map((one) => one.provider))];
    const contact = identity.provider === 'phone' ? { phone: null, phone_confirmed_at: null } : {};
    const email =
      identity.provider === 'email' ? { email: rest.find((one) => one.email !== null)?.email ?? null } : {};
    await changeUser(tx, user.id, {
      ...contact,
      ...email,
      raw_app_meta_data: { ...user.raw_app_meta_data, provider: providers[0], providers },
    });
  });
}
