import type { Tables } from '@linli/database';
import { useList } from '@refinedev/core';

export type CapacityRow = Tables<'slot_capacities'>;

/** How many orders a store takes in each slot of its windows. */
export function useSlotCapacities(storeId: string) {
  const { query } = useList<CapacityRow>({
    resource: 'slot_capacities',
    filters: [{ field: 'store_id', operator: 'eq', value: storeId }],
    sorters: [
      { field: 'fulfillment_type', order: 'asc' },
      { field: 'starts_at', order: 'asc' },
    ],
    pagination: { mode: 'off' },
    meta: { count: 'planned' },
  });
  return { rows: query.data?.data, error: query.error, loading: query.isPending, refetch: query.refetch };
}
