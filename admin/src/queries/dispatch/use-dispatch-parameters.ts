import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type ParameterRow = Tables<'dispatch_parameters'>;
export const parametersKey = ['dispatch-parameters'] as const;

/** What dispatch goes by in each zone. */
export function useDispatchParameters() {
  const client = useClient();
  return useQuery({
    queryKey: parametersKey,
    queryFn: ({ signal }) => run(client.from('dispatch_parameters').select('*'), signal),
  });
}
