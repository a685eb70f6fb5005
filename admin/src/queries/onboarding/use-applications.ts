import type { Enums, Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { onboardingKeys } from './onboarding-keys.ts';

export type ApplicationRow = Tables<'onboarding_applications'>;
/** One licence of an application, as the applicant handed it in. */
export type ApplicationLicense = { kind: string; number: string; file_path: string; expires_on?: string };

const waiting: Enums<'application_status'>[] = ['applied', 'in_review'];

/** Applications of a city: those that wait for ops, the oldest first, or the newest of all. */
export function useApplications(cityId: string, isWaiting: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: [...onboardingKeys.applications, cityId, isWaiting],
    queryFn: ({ signal }) => {
      const query = client.from('onboarding_applications').select('*').eq('city_id', cityId);
      const chosen = isWaiting ? query.in('status', waiting) : query;
      return run(chosen.order('created_at', { ascending: isWaiting }).order('id').limit(200), signal);
    },
    refetchInterval: 60_000,
  });
}
