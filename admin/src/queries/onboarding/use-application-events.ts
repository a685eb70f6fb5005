import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { onboardingKeys } from './onboarding-keys.ts';

/** What was done with an application so far. */
export function useApplicationEvents(applicationId: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...onboardingKeys.applications, 'events', applicationId],
    queryFn: ({ signal }) =>
      run(
        client
          .from('onboarding_events')
          .select('id,command,to_status,actor,reason,created_at')
          .eq('application_id', applicationId)
          .order('id'),
        signal,
      ),
  });
}
