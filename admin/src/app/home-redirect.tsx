import { usePermissions } from '@refinedev/core';
import { Navigate, useSearchParams } from 'react-router';
import { LoadingPage } from '../components/loading-page.tsx';
import { workspacesOf, type Roles } from '../lib/access.ts';

/** Leads to where the person was going, else to the first screen of their work. */
export function HomeRedirect() {
  const [search] = useSearchParams();
  const roles = usePermissions<Roles>({}).data;
  if (roles === undefined) return <LoadingPage />;
  const wanted = search.get('to');
  const inside = wanted !== null && /^\/(?![/\\])/.test(wanted) && !wanted.startsWith('/sign-in');
  const isNew = roles.stores.every((store) => store.role === 'manager' && !store.is_published);
  const home = workspacesOf(roles)[0] !== 'merchant' ? '/map' : isNew ? '/start' : '/desk';
  return <Navigate to={inside ? wanted : home} replace />;
}
