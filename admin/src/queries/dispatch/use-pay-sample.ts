import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type PayLine = Pick<
  Tables<'delivery_pay_lines'>,
  'kind' | 'label' | 'translations' | 'rule_id' | 'amount_cents'
>;

/** The lines a delivery would pay a rider; read again when the rules change. */
export function usePaySample(
  zoneId: string | undefined,
  meters: number,
  at: string,
  mode: string | undefined,
  rules: readonly unknown[],
) {
  const client = useClient();
  return useQuery({
    queryKey: ['pay-sample', zoneId, meters, at, mode, rules],
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('preview_rider_pay', {
          p_zone_id: zoneId ?? '',
          p_distance_meters: meters,
          p_at: at,
          p_mode: mode,
        }),
        signal,
      )) as unknown as PayLine[],
    enabled: zoneId !== undefined,
    placeholderData: (before) => before,
  });
}
