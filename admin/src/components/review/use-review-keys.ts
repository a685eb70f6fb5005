import { useEffect, useEffectEvent } from 'react';
import { isTyping } from '../use-list-keys.ts';

/** Single keys that act on what is open, e.g. `{ a: approve, r: refuse }`; not while somebody types. */
export function useReviewKeys(keys: Record<string, () => void>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.repeat || isTyping(event.target)) return;
    const act = keys[event.key.toLowerCase()];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
