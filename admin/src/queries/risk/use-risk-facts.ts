import type { Enums } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { Fact } from '../../lib/logic/types.ts';
import { run } from '../run.ts';

/** What the risk rules of a moment may ask for. */
export function useRiskFacts(moment: Enums<'risk_moment'>) {
  const client = useClient();
  return useQuery({
    queryKey: ['risk-facts', moment],
    queryFn: async ({ signal }) =>
      (await run(client.rpc('describe_risk_facts', { p_moment: moment }), signal)) as unknown as Fact[],
    staleTime: 5 * 60_000,
  });
}
