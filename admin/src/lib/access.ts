import { merchantRights, opsRights } from './rights.ts';

export type Workspace = 'merchant' | 'ops';
export type MerchantRole = 'manager' | 'order_clerk' | 'courier';
export type OpsRole = 'admin' | 'operations' | 'finance' | 'support';

export type RoleStore = {
  id: string;
  name: string;
  translations: unknown;
  merchant_id: string;
  city_id: string;
  is_published: boolean;
  role: MerchantRole;
};

/** The answer of `get_my_roles`. */
export type Roles = {
  user_id: string;
  display_name: string | null;
  ops_role: OpsRole | null;
  is_rider: boolean;
  stores: RoleStore[];
};

/** The workspaces a person may enter. */
export function workspacesOf(roles: Roles): Workspace[] {
  const found: Workspace[] = [];
  if (roles.stores.length > 0) found.push('merchant');
  if (roles.ops_role !== null) found.push('ops');
  return found;
}

/**
 * Mirrors what the database allows, so that nobody is shown a button that would be refused.
 * The database decides; this only hides. Without a store, the best role in any store counts.
 */
export function allows(
  roles: Roles,
  workspace: Workspace,
  resource: string,
  action: string,
  storeId?: string,
): boolean {
  const wanted = `${resource}:${action}`;
  if (workspace === 'ops') {
    return roles.ops_role !== null && (opsRights[wanted]?.roles.includes(roles.ops_role) ?? true);
  }
  return roles.stores
    .filter((store) => storeId === undefined || store.id === storeId)
    .some(({ role }) => merchantRights[wanted]?.roles.includes(role) ?? role === 'manager');
}

/** The role in which a person works now: in the operator's house, or in the store they chose. */
export function activeRole(roles: Roles, workspace: Workspace, storeId?: string): string {
  if (workspace === 'ops') return roles.ops_role ?? '';
  return (roles.stores.find((store) => store.id === storeId) ?? roles.stores[0])?.role ?? '';
}
