import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

/** A merchant, or null when there is none of this id. Read again when the list of merchants changes. */
export function useMerchant(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['merchant', id],
    queryFn: async ({ signal }) =>
      (await run(client.from('merchants').select('*').eq('id', id).limit(1), signal))[0] ?? null,
  });
}
