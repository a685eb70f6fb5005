import type { Identity } from '../context.ts';
import type { RoleSettings } from '../database/role-settings.ts';

/** What SQL may know of a request. */
export interface RequestSession {
  identity: Identity;
  method: string;
  path: string;
  headers: Record<string, string>;
  /** `storage.operation`, for policies that tell uploads from listings. */
  storageOperation?: string;
}

/** Names and values of the transaction-local settings of one request, the role first. */
export function sessionSettings(session: RequestSession, roleSettings: RoleSettings): [string, string][] {
  const { role, claims } = session.identity;
  const settings: [string, string][] = [
    ['role', role],
    ['request.jwt.claims', JSON.stringify(claims)],
    ['request.jwt.claim.sub', claims.sub ?? ''],
    ['request.jwt.claim.role', role],
    ['request.method', session.method],
    ['request.path', session.path],
    ['request.headers', JSON.stringify(session.headers)],
    ['response.headers', ''],
    ['response.status', ''],
    ...roleSettings.of(role),
  ];
  if (session.storageOperation) settings.push(['storage.operation', session.storageOperation]);
  return settings;
}

const SECRET_HEADERS = new Set(['cookie']);

/** Headers as PostgREST shows them to SQL: lower-case names. */
export function requestHeaders(headers: Headers): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, value] of headers) if (!SECRET_HEADERS.has(name)) shown[name] = value;
  return shown;
}
