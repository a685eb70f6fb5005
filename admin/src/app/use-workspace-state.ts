import { useMemo } from 'react';
import type { Roles, Workspace } from '../lib/access.ts';
import type { CityRow } from '../queries/city/use-cities.ts';
import { useStored } from './use-stored.ts';
import type { WorkspaceState } from './workspace.ts';

/** Which store or city is worked on: the one chosen last in this browser, else the first. */
export function useWorkspaceState(
  roles: Roles | undefined,
  workspace: Workspace | undefined,
  cities: CityRow[] | undefined,
): WorkspaceState | undefined {
  const [storeId, chooseStore] = useStored('linli-admin-store');
  const [cityId, chooseCity] = useStored('linli-admin-city');
  return useMemo(() => {
    if (roles === undefined || workspace === undefined || cities === undefined) return undefined;
    const store = roles.stores.find(({ id }) => id === storeId) ?? roles.stores[0];
    const city =
      workspace === 'merchant'
        ? cities.find(({ id }) => id === store?.city_id)
        : (cities.find(({ id }) => id === cityId) ?? cities.find(({ is_active }) => is_active) ?? cities[0]);
    return { roles, workspace, cities, store, city, chooseStore, chooseCity };
  }, [roles, workspace, cities, storeId, cityId, chooseStore, chooseCity]);
}
