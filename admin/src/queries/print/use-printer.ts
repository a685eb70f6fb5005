import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type PrinterRow = Tables<'store_printers'>;
export const printerKey = (storeId: string) => ['printer', storeId] as const;

/** How a store prints; null when it prints nothing by itself. */
export function usePrinter(storeId: string) {
  const client = useClient();
  return useQuery({
    queryKey: printerKey(storeId),
    queryFn: async ({ signal }): Promise<PrinterRow | null> =>
      (await run(client.from('store_printers').select('*').eq('store_id', storeId), signal))[0] ?? null,
  });
}
