import type { Enums, Tables } from '@linli/database';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { riskKeys } from './risk-keys.ts';
import type { Subject } from './use-subjects.ts';

export type Decision = Enums<'risk_decision'>;
export type RiskReason = {
  rule_id: string;
  slug: string;
  name: string;
  translations: unknown;
  score: number;
  version: number;
};
export type RiskCase = Omit<Tables<'risk_cases'>, 'reasons' | 'facts'> & {
  reasons: RiskReason[];
  subject: Subject | null;
  order_number: string | null;
};

const pageSize = 50;

/** Cases that wait (the most suspicious first), asked again every half minute, or those decided, page by page. */
export function useCases(isOpen: boolean) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: [...riskKeys.all, 'cases', isOpen],
    initialPageParam: undefined as string | undefined,
    refetchInterval: isOpen ? 30_000 : false,
    queryFn: async ({ signal, pageParam }) =>
      (await run(
        client.rpc('list_risk_cases', { p_is_open: isOpen, p_before: pageParam, p_limit: pageSize }),
        signal,
      )) as unknown as RiskCase[],
    getNextPageParam: (last) =>
      last.length < pageSize ? undefined : last.map((row) => row.created_at).sort()[0],
  });
}
