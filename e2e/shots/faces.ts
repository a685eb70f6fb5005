import type { Session } from '@supabase/supabase-js';

/** A page of a face, as one person sees it. */
export interface Shot {
  app: 'storefront' | 'rider' | 'admin';
  name: string;
  path: string;
  /** Who looks; nobody is signed in without. */
  session?: Session;
}

export interface ShotSubjects {
  customer: Session;
  merchant: Session;
  rider: Session;
  ops: Session;
  storeId: string;
  categorySlug: string;
  openOrderId: string;
  completedOrderId: string;
}

/** Every page of every face, but the screens of the back office that its own menu and tables tell (`office-shots.ts`). */
export function listShots(of: ShotSubjects): Shot[] {
  const storefront = (name: string, path: string, session?: Session): Shot => ({
    app: 'storefront',
    name,
    path,
    ...(session ? { session } : {}),
  });
  const rider = (name: string, path: string, session?: Session): Shot => ({
    app: 'rider',
    name,
    path,
    ...(session ? { session } : {}),
  });
  const admin = (name: string, session?: Session, path = `/${name}`): Shot => ({
    app: 'admin',
    name,
    path,
    ...(session ? { session } : {}),
  });
  return [
    storefront('home', '/'),
    storefront('search', '/search?q=%E9%9D%A2'),
    storefront('category', `/c/${of.categorySlug}`),
    storefront('store', `/s/${of.storeId}`),
    storefront('sign-in', '/sign-in'),
    storefront('orders', '/orders', of.customer),
    storefront('order-open', `/orders/${of.openOrderId}`, of.customer),
    storefront('order-completed', `/orders/${of.completedOrderId}`, of.customer),
    storefront('me', '/me', of.customer),
    storefront('addresses', '/me/addresses', of.customer),
    storefront('notifications', '/me/notifications', of.customer),
    rider('sign-in', '/'),
    rider('duty', '/', of.rider),
    rider('income', '/income', of.rider),
    rider('help', '/help', of.rider),
    rider('help-new', '/help/new', of.rider),
    admin('sign-in'),
    admin('user', of.ops, `/users/${of.customer.user.id}`),
    admin('bookings-week', of.merchant, '/bookings?view=week'),
    admin('marketing-campaigns', of.merchant, '/marketing/campaigns'),
    admin('marketing-effect', of.merchant, '/marketing/effect'),
    admin('store-invoices-commission', of.merchant, '/store-invoices?tab=commission'),
    admin('invoices-commission', of.ops, '/invoices?tab=commission'),
    admin('order-money', of.ops, `/orders?order=${of.completedOrderId}`),
  ];
}
