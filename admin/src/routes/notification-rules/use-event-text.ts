import { useTranslation } from 'react-i18next';
import { humanize } from '../../lib/engine/humanize.ts';

/** What an event is called: by its own name, else by the order's status, else its name as words. */
export function useEventText(): (event: string) => string {
  const { t, i18n } = useTranslation();
  return (event) => {
    const keys = [`event.${event}`, `order_status.${event.replace('order.', '')}`];
    const known = keys.find((key) => i18n.exists(key));
    return known === undefined ? humanize(event.replace('.', ' ')) : t(known);
  };
}
