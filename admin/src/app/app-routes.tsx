import { Authenticated } from '@refinedev/core';
import { CatchAllNavigate } from '@refinedev/react-router';
import { lazy, Suspense, type ComponentType } from 'react';
import { Outlet, Route, Routes } from 'react-router';
import { LoadingPage } from '../components/loading-page.tsx';
import { HomeRedirect } from './home-redirect.tsx';

/** What only signed-in people need: frame, guards, and with them the heavier controls. */
const Inside = lazy(() => import('./inside.tsx'));
const ScreenGuard = lazy(() => import('./screen-guard.tsx'));
const NotFoundPage = lazy(() => import('./not-found-page.tsx'));
const ApplyPage = lazy(() => import('../routes/apply/page.tsx'));
const SignIn = lazy(() => import('../routes/sign-in/page.tsx'));

const DataPages = lazy(() => import('../routes/data/page.tsx'));

/** The code of each screen, loaded when it is first visited. */
const pages: Record<string, ComponentType> = {
  start: lazy(() => import('../routes/start/show.tsx')),
  desk: lazy(() => import('../routes/desk/list.tsx')),
  bookings: lazy(() => import('../routes/bookings/page.tsx')),
  vouchers: lazy(() => import('../routes/vouchers/page.tsx')),
  dashboard: lazy(() => import('../routes/dashboard/show.tsx')),
  menu: lazy(() => import('../routes/menu/edit.tsx')),
  stock: lazy(() => import('../routes/stock/list.tsx')),
  reports: lazy(() => import('../routes/reports/show.tsx')),
  store: lazy(() => import('../routes/store/edit.tsx')),
  staff: lazy(() => import('../routes/staff/list.tsx')),
  'store-invoices': lazy(() => import('../routes/store-invoices/page.tsx')),
  invoices: lazy(() => import('../routes/invoices/page.tsx')),
  statements: lazy(() => import('../routes/statements/list.tsx')),
  map: lazy(() => import('../routes/map/show.tsx')),
  orders: lazy(() => import('../routes/orders/list.tsx')),
  team: lazy(() => import('../routes/team/list.tsx')),
  audit: lazy(() => import('../routes/audit/list.tsx')),
  kpis: lazy(() => import('../routes/kpis/show.tsx')),
  finance: lazy(() => import('../routes/finance/list.tsx')),
  reconciliation: lazy(() => import('../routes/reconciliation/list.tsx')),
  payouts: lazy(() => import('../routes/payouts/list.tsx')),
  refunds: lazy(() => import('../routes/refunds/list.tsx')),
  approvals: lazy(() => import('../routes/approvals/list.tsx')),
  merchants: lazy(() => import('../routes/merchants/list.tsx')),
  stores: lazy(() => import('../routes/stores/list.tsx')),
  riders: lazy(() => import('../routes/riders/list.tsx')),
  categories: lazy(() => import('../routes/categories/list.tsx')),
  content: lazy(() => import('../routes/content/page.tsx')),
  marketing: lazy(() => import('../routes/marketing/page.tsx')),
  ads: lazy(() => import('../routes/ads/page.tsx')),
  promotions: lazy(() => import('../routes/promotions/page.tsx')),
  'rate-cards': lazy(() => import('../routes/rate-cards/page.tsx')),
  tickets: lazy(() => import('../routes/tickets/page.tsx')),
  users: lazy(() => import('../routes/users/list.tsx')),
  support: lazy(() => import('../routes/support/page.tsx')),
  segments: lazy(() => import('../routes/segments/list.tsx')),
  risk: lazy(() => import('../routes/risk/page.tsx')),
  blocks: lazy(() => import('../routes/blocks/list.tsx')),
  zones: lazy(() => import('../routes/zones/list.tsx')),
  'rider-pay': lazy(() => import('../routes/rider-pay/list.tsx')),
  shifts: lazy(() => import('../routes/shifts/list.tsx')),
  breaches: lazy(() => import('../routes/breaches/list.tsx')),
  eta: lazy(() => import('../routes/eta/show.tsx')),
  ticks: lazy(() => import('../routes/ticks/list.tsx')),
  'notification-rules': lazy(() => import('../routes/notification-rules/list.tsx')),
  'commission-plans': lazy(() => import('../routes/commission-plans/page.tsx')),
  settlement: lazy(() => import('../routes/settlement/list.tsx')),
  workflows: lazy(() => import('../routes/workflows/list.tsx')),
  settings: lazy(() => import('../routes/settings/edit.tsx')),
};

/** Pages of one record, beside the list that they belong to. */
const recordPages: Record<string, ComponentType> = {
  merchants: lazy(() => import('../routes/merchants/show.tsx')),
  orders: lazy(() => import('../routes/orders/show.tsx')),
  users: lazy(() => import('../routes/users/show.tsx')),
};

/** Every address of the back office. */
export function AppRoutes() {
  return (
    <Routes>
      <Route
        element={
          <Authenticated key="inside" fallback={<CatchAllNavigate to="/sign-in" />} loading={<LoadingPage />}>
            <Suspense fallback={<LoadingPage />}>
              <Inside />
            </Suspense>
          </Authenticated>
        }
      >
        <Route index element={<HomeRedirect />} />
        {Object.entries(pages).map(([name, Page]) => (
          <Route
            key={name}
            path={`/${name}/*`}
            element={
              <ScreenGuard name={name}>
                <Page />
              </ScreenGuard>
            }
          />
        ))}
        {Object.entries(recordPages).map(([name, Page]) => (
          <Route
            key={name}
            path={`/${name}/:id`}
            element={
              <ScreenGuard name={name}>
                <Page />
              </ScreenGuard>
            }
          />
        ))}
        {['data', 'records'].map((name) => (
          <Route
            key={name}
            path={`/${name}/*`}
            element={
              <ScreenGuard name={name}>
                <DataPages base={`/${name}`} />
              </ScreenGuard>
            }
          />
        ))}
        <Route path="*" element={<NotFoundPage />} />
      </Route>
      <Route
        path="/apply"
        element={
          <Authenticated key="apply" fallback={<CatchAllNavigate to="/sign-in" />} loading={<LoadingPage />}>
            <Suspense fallback={<LoadingPage />}>
              <ApplyPage />
            </Suspense>
          </Authenticated>
        }
      />
      <Route
        element={
          <Authenticated key="outside" fallback={<Outlet />} loading={<LoadingPage />}>
            <HomeRedirect />
          </Authenticated>
        }
      >
        <Route
          path="/sign-in"
          element={
            <Suspense fallback={<LoadingPage />}>
              <SignIn />
            </Suspense>
          }
        />
      </Route>
    </Routes>
  );
}
