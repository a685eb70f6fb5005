import type { AccessControlProvider } from '@refinedev/core';
import { allows, type Workspace } from '../lib/access.ts';
import type { RolesStore } from './roles-store.ts';

/**
 * Hides what the database would refuse. A resource belongs to a workspace (`meta.workspace`); for a merchant
 * the store in `params.storeId` decides.
 */
export function createAccessControlProvider(roles: RolesStore): AccessControlProvider {
  return {
    async can({ resource, action, params }) {
      if (resource === undefined) return { can: true };
      const workspace = (params?.resource?.meta?.['workspace'] as Workspace | undefined) ?? 'ops';
      const storeId = params?.['storeId'] as string | undefined;
      return { can: allows(await roles.get(), workspace, resource, action, storeId) };
    },
  };
}
