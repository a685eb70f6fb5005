import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type ApplicationRow = Tables<'onboarding_applications'>;

export const applicationsKey = ['my-applications'] as const;

/** What the signed-in person applied for, newest first; read again while they wait. */
export function useMyApplications(userId: string | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: [...applicationsKey, userId],
    queryFn: ({ signal }) =>
      run(
        client
          .from('onboarding_applications')
          .select('*')
          .eq('applicant_id', userId ?? '')
          .order('created_at', { ascending: false })
          .limit(20),
        signal,
      ),
    enabled: userId !== undefined,
    refetchInterval: 20_000,
  });
}
