import { Refine } from '@refinedev/core';
import routerProvider from '@refinedev/react-router';
import { QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { asAppError } from '../lib/app-error.ts';
import { createAccessControlProvider } from '../providers/access-control-provider.ts';
import { createAuthProvider } from '../providers/auth-provider.ts';
import { createDataProvider } from '../providers/data-provider.ts';
import { createI18nProvider } from '../providers/i18n.ts';
import { createLiveProvider } from '../providers/live-provider.ts';
import { notificationProvider } from '../providers/notices.ts';
import { refineResources } from '../resources/resources.tsx';
import { AppRoutes } from './app-routes.tsx';
import { useServices } from './services.ts';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5000,
      // Without a network a request fails and says so, instead of waiting without a word.
      networkMode: 'always',
      // Only a network that did not answer is worth asking again.
      retry: (count, error) => count < 2 && asAppError(error).status === 0,
    },
    mutations: {
      networkMode: 'always',
      retry: (count, error) => count < 2 && asAppError(error).key === 'platform.offline',
    },
  },
});
const resources = refineResources();

/** Refine with the product's providers. */
export function RefineApp() {
  const { client, roles } = useServices();
  const { i18n } = useTranslation();
  const providers = useMemo(
    () => ({
      auth: createAuthProvider(client, roles),
      access: createAccessControlProvider(roles),
      data: createDataProvider(client),
      live: createLiveProvider(client),
      i18n: createI18nProvider(i18n),
    }),
    [client, roles, i18n],
  );
  return (
    <Refine
      routerProvider={routerProvider}
      authProvider={providers.auth}
      accessControlProvider={providers.access}
      dataProvider={providers.data}
      liveProvider={providers.live}
      i18nProvider={providers.i18n}
      notificationProvider={notificationProvider}
      resources={resources}
      options={{
        liveMode: 'auto',
        disableTelemetry: true,
        disableRouteChangeHandler: true,
        reactQuery: { clientConfig: queries },
      }}
    >
      <AppRoutes />
    </Refine>
  );
}
