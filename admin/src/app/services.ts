import type { AppConfig, LinliClient } from '@linli/database';
import { createContext, useContext } from 'react';
import type { RolesStore } from '../providers/roles-store.ts';
import type { TopicHub } from '../live/topic-hub.ts';

/** What the whole app shares; made once at start. */
export type Services = { config: AppConfig; client: LinliClient; hub: TopicHub; roles: RolesStore };

export const ServicesContext = createContext<Services | undefined>(undefined);

/** The shared services; only below the app's root. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error('useServices needs the app around it');
  return services;
}

/** The typed Supabase client. */
export function useClient(): LinliClient {
  return useServices().client;
}
