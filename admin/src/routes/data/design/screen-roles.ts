/** The roles that a screen can be arranged for; `private.screen_roles` has the same. */
export const screenRoles = [
  'admin',
  'operations',
  'finance',
  'support',
  'manager',
  'order_clerk',
  'courier',
] as const;
