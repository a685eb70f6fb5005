import { usePermissions } from '@refinedev/core';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ErrorState } from '../components/error-state.tsx';
import { LoadingPage } from '../components/loading-page.tsx';
import { workspacesOf, type Roles } from '../lib/access.ts';
import { useCities } from '../queries/city/use-cities.ts';
import { screens } from '../resources/resources.tsx';
import { NoRolePage } from './no-role-page.tsx';
import { useWorkspaceState } from './use-workspace-state.ts';
import { WorkspaceContext } from './workspace.ts';

/** Lets in who has a role here, and keeps which store or city they work on. */
export function WorkspaceGate({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const permissions = usePermissions<Roles>({});
  const cities = useCities();

  const roles = permissions.data;
  const open = roles ? workspacesOf(roles) : [];
  const screen = screens.find(({ name }) => pathname === `/${name}` || pathname.startsWith(`/${name}/`));
  const workspace = screen?.workspace ?? open[0];

  const state = useWorkspaceState(roles, workspace, cities.data);

  if (permissions.isError)
    return <ErrorState error={permissions.error} onRetry={() => void permissions.refetch()} page />;
  if (cities.isError) return <ErrorState error={cities.error} onRetry={() => void cities.refetch()} page />;
  if (roles === undefined || cities.data === undefined) return <LoadingPage />;
  if (open.length === 0 || workspace === undefined) return <NoRolePage roles={roles} />;
  if (!open.includes(workspace)) return <Navigate to="/" replace />;
  return <WorkspaceContext value={state}>{children}</WorkspaceContext>;
}
