import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { parametersKey } from './use-dispatch-parameters.ts';

export type ParameterChange = Omit<Tables<'dispatch_parameter_changes'>, 'before' | 'after'> & {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};

/** The last changes of a zone's limits and parameters, newest first. */
export function useParameterChanges(zoneId: string | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: [...parametersKey, 'changes', zoneId],
    queryFn: async ({ signal }) =>
      (await run(
        client
          .from('dispatch_parameter_changes')
          .select('*')
          .eq('zone_id', zoneId ?? '')
          .order('id', { ascending: false })
          .limit(30),
        signal,
      )) as ParameterChange[],
    enabled: zoneId !== undefined,
  });
}
