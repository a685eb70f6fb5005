import { useEffect, useEffectEvent } from 'react';
import { isTyping } from '../../components/use-list-keys.ts';
import type { DeskOrder } from '../../queries/order/use-desk-orders.ts';

const buttons: Record<string, string> = {
  a: 'order-accept',
  r: 'order-reject',
  s: 'order-start',
  f: 'order-ready',
  c: 'order-collect',
};

/** A, R, S, F and C press the buttons of the marked order, so a key never does what no button offers. */
export function useDeskCommands(order: DeskOrder | undefined): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const button = buttons[event.key];
    if (!order || !button || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
    const card = document.getElementById(`order-${order.id}`);
    card?.querySelector<HTMLButtonElement>(`[data-testid="${button}"]:not(:disabled)`)?.click();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
