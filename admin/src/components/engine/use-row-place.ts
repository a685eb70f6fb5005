import { useWorkspace } from '../../app/workspace.ts';
import type { AnyRow } from '../../lib/engine/types.ts';

/** The currency and time zone of a row: its own, its city's, else those of the city that is worked on. */
export function useRowPlace(): (row: AnyRow | undefined) => { currency: string; timeZone: string } {
  const { cities, city } = useWorkspace();
  return (row) => {
    const own = cities.find(({ id }) => id === row?.['city_id']) ?? city;
    const currency = typeof row?.['currency'] === 'string' ? row['currency'] : own?.currency;
    return { currency: currency ?? 'CNY', timeZone: own?.timezone ?? 'Asia/Shanghai' };
  };
}
