import { useSyncExternalStore } from 'react';

const storageKey = 'linli-admin-acknowledged';
const listeners = new Set<() => void>();
let known: ReadonlySet<string> = new Set(JSON.parse(sessionStorage.getItem(storageKey) ?? '[]') as string[]);

/** Marks orders as seen by somebody, which ends their alarm. */
export function acknowledge(ids: readonly string[]): void {
  if (ids.every((id) => known.has(id))) return;
  known = new Set([...known, ...ids].slice(-500));
  sessionStorage.setItem(storageKey, JSON.stringify([...known]));
  listeners.forEach((listener) => listener());
}

/** The orders somebody has seen in this tab. */
export function useAcknowledged(): ReadonlySet<string> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => known,
  );
}
