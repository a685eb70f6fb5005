import type { Tables } from '@linli/database';
import { useList } from '@refinedev/core';

export type SegmentRow = Tables<'segments'>;

/** All segments, by name. */
export function useSegments() {
  const { query } = useList<SegmentRow>({
    resource: 'segments',
    sorters: [{ field: 'name', order: 'asc' }],
    pagination: { mode: 'off' },
    meta: { count: 'planned' },
  });
  return { rows: query.data?.data, loading: query.isPending, error: query.error, refetch: query.refetch };
}
