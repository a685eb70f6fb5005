import type { NotificationProvider, OpenNotificationParams } from '@refinedev/core';

export type Notice = { kind: 'open'; params: OpenNotificationParams } | { kind: 'close'; key: string };

const listeners = new Set<(notice: Notice) => void>();

/** Hears Refine's notices; answers how to stop. */
export function onNotice(listener: (notice: Notice) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Refine's notifications, passed on to whoever shows them; sign-in shows its own errors in its form. */
export const notificationProvider: NotificationProvider = {
  open: (params) => {
    if (params.key !== 'login-error') listeners.forEach((listener) => listener({ kind: 'open', params }));
  },
  close: (key) => listeners.forEach((listener) => listener({ kind: 'close', key })),
};
