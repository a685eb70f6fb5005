import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { LoadingPage } from '../../components/loading-page.tsx';
import CatalogPage from './catalog-page.tsx';
import { ResourceGate } from './resource-gate.tsx';
import { RowsPage } from './rows-page.tsx';

const DesignPage = lazy(() => import('./design/design-page.tsx'));

/** Every table that the person may use: the screens that nobody had to write. `base` is the address they are under. */
export default function DataPages({ base }: { base: string }) {
  return (
    <Suspense fallback={<LoadingPage />}>
      <Routes>
        <Route index element={<CatalogPage base={base} />} />
        <Route
          path=":resource/-/design"
          element={
            <ResourceGate base={base}>
              {(resource) => <DesignPage resource={resource} base={base} />}
            </ResourceGate>
          }
        />
        <Route
          path=":resource/:id?"
          element={
            <ResourceGate base={base}>
              {(resource) => <RowsPage resource={resource} base={base} />}
            </ResourceGate>
          }
        />
      </Routes>
    </Suspense>
  );
}
