import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { stockKey } from './use-stock.ts';

type Rules = { id: string; low: number | null; daily: number | null };

/** When a store is warned and how many there are again each day; null is neither. */
export function useStockRules(storeId: string) {
  return useCommand(
    (client, { id, low, daily }: Rules) =>
      run(
        client.rpc('set_stock_rules', {
          p_subject_id: id,
          // The generated type does not know that null turns a rule off.
          p_low_stock_count: low as number,
          p_daily_count: daily as number,
        }),
      ),
    { done: 'state.saved', refresh: [stockKey(storeId)] },
  );
}
