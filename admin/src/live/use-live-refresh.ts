import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTopic } from './use-topic.ts';

/**
 * Reads the given queries again whenever the topic says that an order or a delivery changed, at most every
 * 300 ms; positions of riders do not count.
 */
export function useLiveRefresh(topic: string | undefined, keys: readonly QueryKey[]): void {
  const queries = useQueryClient();
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  useTopic(topic, (message) => {
    if (message.kind === 'event' && message.event === 'rider.moved') return;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      for (const queryKey of keys) void queries.invalidateQueries({ queryKey });
    }, 300);
  });
}
