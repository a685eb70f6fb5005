import { useSyncExternalStore } from 'react';
import { useServices } from '../app/services.ts';
import type { LiveState } from './topic-hub.ts';

/** How the live connection stands. */
export function useLiveState(): LiveState {
  const { hub } = useServices();
  return useSyncExternalStore(hub.onState, hub.state);
}
