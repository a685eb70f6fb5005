import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { openLicenses, type OpenLicense } from '../../lib/open-licenses.ts';
import { run } from '../run.ts';
import { onboardingKeys } from './onboarding-keys.ts';

export type LicenseRow = Tables<'license_documents'>;

const most = 500;

/** Licences that wait for ops, and those that end within 30 days or have ended without a follower. */
export function useLicenses(today: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...onboardingKeys.licenses, today],
    queryFn: async ({ signal }): Promise<OpenLicense<LicenseRow>[]> => {
      const soon = new Date(Date.parse(today) + 30 * 86_400_000).toISOString().slice(0, 10);
      const [submitted, ending] = await Promise.all([
        run(
          client
            .from('license_documents')
            .select('*')
            .eq('status', 'submitted')
            .order('created_at')
            .limit(most),
          signal,
        ),
        run(
          client
            .from('license_documents')
            .select('*')
            .eq('status', 'approved')
            .lte('expires_on', soon)
            .order('expires_on')
            .limit(most),
          signal,
        ),
      ]);
      const merchants = [...new Set(ending.map((row) => row.merchant_id))];
      const others =
        merchants.length === 0
          ? []
          : await run(
              client
                .from('license_documents')
                .select('merchant_id,store_id,kind,expires_on')
                .eq('status', 'approved')
                .in('merchant_id', merchants),
              signal,
            );
      return openLicenses(submitted, ending, others, today);
    },
    refetchInterval: 60_000,
  });
}
