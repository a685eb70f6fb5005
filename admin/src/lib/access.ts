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

/** Which merchant roles may do what; everything else is for managers. */
const clerkMay = new Set([
  'desk:list',
  'desk:edit',
  'vouchers:list',
  'vouchers:edit',
  'dashboard:list',
  'menu:list',
  'stock:list',
  'stock:edit',
  'records:list',
]);
const courierMay = new Set(['desk:list']);

/** What only some staff of the operator may do; administrators may do everything. */
const opsNeed: Record<string, readonly OpsRole[]> = {
  'approvals:edit': ['operations'],
  'merchants:edit': ['operations'],
  'eta:list': ['operations'],
  'payouts:list': ['finance'],
  'team:list': [],
  'audit:list': [],
  'finance:list': ['finance'],
  'reconciliation:list': ['finance'],
  'refunds:edit': ['support', 'finance'],
  'requests:edit': ['operations', 'support'],
  'promotions:edit': ['operations'],
  'rate-cards:edit': ['operations'],
  'commission-plans:edit': ['finance'],
  'reasons:edit': ['operations'],
  'parameters:edit': [],
  'notification-rules:edit': ['operations'],
  'workflows:edit': ['operations'],
  'content:edit': ['operations'],
  'segments:edit': ['operations'],
  'users:edit': ['operations'],
  'users:contact': ['operations', 'support'],
  'users:reveal': ['support'],
  'blocks:list': ['operations', 'support'],
  'risk:list': ['operations', 'support'],
  'risk:edit': ['operations'],
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
  if (workspace === 'ops') {
    const need = opsNeed[`${resource}:${action}`];
    return (
      roles.ops_role !== null &&
      (need === undefined || roles.ops_role === 'admin' || need.includes(roles.ops_role))
    );
  }
  const held = roles.stores
    .filter((store) => storeId === undefined || store.id === storeId)
    .map((store) => store.role);
  const wanted = `${resource}:${action}`;
  return held.some(
    (role) =>
      role === 'manager' ||
      (role === 'order_clerk' && clerkMay.has(wanted)) ||
      (role === 'courier' && courierMay.has(wanted)),
  );
}

/** The role in which a person works now: in the operator's house, or in the store they chose. */
export function activeRole(roles: Roles, workspace: Workspace, storeId?: string): string {
  if (workspace === 'ops') return roles.ops_role ?? '';
  return (roles.stores.find((store) => store.id === storeId) ?? roles.stores[0])?.role ?? '';
}

const dispatchers: readonly (OpsRole | null)[] = ['admin', 'operations', 'support'];
const tuners: readonly (OpsRole | null)[] = ['admin', 'operations'];

/** Whether someone may step into dispatch: assign, take back, move times, switch incident modes. */
export function mayDispatch(roles: Roles): boolean {
  return dispatchers.includes(roles.ops_role);
}

/** Whether someone may change what dispatch goes by: parameters, pay rules, shifts. */
export function mayTune(roles: Roles): boolean {
  return tuners.includes(roles.ops_role);
}
