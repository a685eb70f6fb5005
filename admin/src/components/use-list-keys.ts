import { useEffect, useEffectEvent } from 'react';

type Options = {
  count: number;
  active: number;
  onMove: (index: number) => void;
  onOpen: (index: number) => void;
  onSearch?: () => void;
};

/** Whether a key belongs to what the person is typing or to a dialog that covers the list. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.closest('input, textarea, select, [contenteditable], [role="dialog"][aria-modal="true"]') !== null
  );
}

/** J and K move along a list, Enter or O opens, / goes to the search field. */
export function useListKeys({ count, active, onMove, onOpen, onSearch }: Options): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented || isTyping(event.target))
      return;
    const step = { j: 1, k: -1 }[event.key];
    if (step !== undefined && count > 0) {
      event.preventDefault();
      onMove(Math.max(0, Math.min(count - 1, active + step)));
    } else if (
      (event.key === 'o' || (event.key === 'Enter' && event.target === document.body)) &&
      active >= 0
    ) {
      event.preventDefault();
      onOpen(active);
    } else if (event.key === '/' && onSearch) {
      event.preventDefault();
      onSearch();
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
