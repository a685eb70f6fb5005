import { createContext, useContext } from 'react';
import type { Roles, RoleStore, Workspace } from '../lib/access.ts';
import type { CityRow } from '../queries/city/use-cities.ts';

export type WorkspaceState = {
  roles: Roles;
  workspace: Workspace;
  cities: readonly CityRow[];
  /** The store that the merchant screens show. */
  store: RoleStore | undefined;
  /** The city of that store, or the one that the ops screens show. */
  city: CityRow | undefined;
  chooseStore: (id: string) => void;
  chooseCity: (id: string) => void;
};

export const WorkspaceContext = createContext<WorkspaceState | undefined>(undefined);

/** Who works here, and on which store or city. */
export function useWorkspace(): WorkspaceState {
  const state = useContext(WorkspaceContext);
  if (state === undefined) throw new Error('useWorkspace needs the workspace around it');
  return state;
}

/** The chosen store with its city; only on merchant screens, which are shown with a store alone. */
export function useStore(): { store: RoleStore; city: CityRow } {
  const { store, city } = useWorkspace();
  if (store === undefined || city === undefined) throw new Error('this screen needs a store');
  return { store, city };
}

/** The chosen city; only on ops screens, which are shown with a city alone. */
export function useCity(): CityRow {
  const { city } = useWorkspace();
  if (city === undefined) throw new Error('this screen needs a city');
  return city;
}
