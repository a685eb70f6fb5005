import type { Tables } from '@linli/database';
import { useList } from '@refinedev/core';

export type RiskRuleRow = Tables<'risk_rules'>;

/** All risk rules: those of orders, of claims, of riders, the heaviest first. */
export function useRiskRules() {
  const { query } = useList<RiskRuleRow>({
    resource: 'risk_rules',
    sorters: [
      { field: 'moment', order: 'asc' },
      { field: 'score', order: 'desc' },
      { field: 'slug', order: 'asc' },
    ],
    pagination: { mode: 'off' },
    meta: { count: 'planned' },
  });
  return { rows: query.data?.data, loading: query.isPending, error: query.error, refetch: query.refetch };
}
