import { listen } from '#lib/platform/listen.ts';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import { listNotifications, type Notification } from './list-notifications.ts';
import { markRead } from './mark-read.ts';

/** The signed-in person's notifications, live. */
class Inbox {
  items = $state.raw<Notification[]>([]);
  isLoaded = $state(false);
  hasFailed = $state(false);
  /** Rises whenever one of the person's orders changed; lists of orders watch it. */
  orderChanges = $state(0);
  /** Rises whenever one of the person's invoices changed. */
  invoiceChanges = $state(0);
  readonly unreadCount = $derived(this.items.filter((item) => item.read_at === null).length);

  /** Follows a person's topic; returns a function that stops and forgets. Use it as an effect. */
  follow(userId: string): () => void {
    const stop = listen(
      `user:${userId}`,
      {
        'notification.created': ({ title, body, order_id: orderId }) => {
          // On the order's own page the news is already on screen.
          if (!location.pathname.endsWith(String(orderId))) toasts.show(`${String(title)} · ${String(body)}`);
          void this.refresh();
        },
        'order.updated': () => (this.orderChanges += 1),
        'invoice.updated': () => (this.invoiceChanges += 1),
      },
      () => {
        void this.refresh();
        this.orderChanges += 1;
        this.invoiceChanges += 1;
      },
    );
    void this.refresh();
    return () => {
      stop();
      this.items = [];
      this.isLoaded = false;
    };
  }

  async refresh(): Promise<void> {
    try {
      this.items = await listNotifications();
      this.isLoaded = true;
      this.hasFailed = false;
    } catch {
      this.hasFailed = true;
    }
  }

  async readAll(): Promise<void> {
    const unread = this.items.filter((item) => item.read_at === null).map((item) => item.id);
    await markRead(unread);
    const now = new Date().toISOString();
    this.items = this.items.map((item) => ({ ...item, read_at: item.read_at ?? now }));
  }
}

export const inbox = new Inbox();
