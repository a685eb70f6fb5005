import { useEffect, useEffectEvent } from 'react';
import { useServices } from '../app/services.ts';
import type { TopicMessage } from './topic-hub.ts';

/**
 * Listens to a private topic while mounted; `undefined` listens to nothing. `onMessage` also hears `joined`
 * when the channel (re)joins or the page becomes visible again: then read again what may have been missed.
 */
export function useTopic(topic: string | undefined, onMessage: (message: TopicMessage) => void): void {
  const { hub } = useServices();
  const receive = useEffectEvent(onMessage);
  useEffect(() => {
    if (topic === undefined) return;
    const stop = hub.listen(topic, (message) => receive(message));
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') receive({ kind: 'joined' });
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [hub, topic]);
}
