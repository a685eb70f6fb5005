import type { Notification, Notifier } from './notifier.ts';

const patienceMs = 3000;

/** Waits for the first delivery attempt, 3 s at most, so that the payer comes back to an order that knows. */
export async function firstDelivery(notifier: Notifier, notification: Notification | null): Promise<void> {
  if (notification === null) return;
  await Promise.race([
    notifier.deliver(notification),
    new Promise((done) => setTimeout(done, patienceMs).unref()),
  ]);
}
