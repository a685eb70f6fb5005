import type { Enums, Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { riskKeys } from './risk-keys.ts';
import type { BlockRow } from './use-blocks.ts';
import type { RiskReason } from './use-cases.ts';
import type { Subject } from './use-subjects.ts';

export type CaseOrder = {
  id: string;
  number: string;
  status: Enums<'order_status'>;
  total_cents: number;
  currency: string;
  store_name: string;
  created_at: string;
};
export type RiskCasePage = {
  case: Omit<Tables<'risk_cases'>, 'reasons' | 'facts'> & {
    reasons: RiskReason[];
    facts: Record<string, Record<string, unknown>>;
  };
  subject: Subject | null;
  order: (CaseOrder & { discount_cents: number }) | null;
  orders: CaseOrder[];
  /** `by` is phone, origin or both. */
  linked: (Subject & { by: string })[];
  jumps: { meters: number; seconds: number; at: string }[];
  blocks: BlockRow[];
  events: {
    id: number;
    decision: Enums<'risk_decision'>;
    actor_id: string | null;
    actor_name: string | null;
    note: string;
    created_at: string;
  }[];
};

/** A case with its evidence. */
export function useCase(id: string | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: [...riskKeys.all, 'case', id],
    enabled: id !== undefined,
    queryFn: async ({ signal }) =>
      (await run(client.rpc('get_risk_case', { p_case_id: id ?? '' }), signal)) as unknown as RiskCasePage,
  });
}
