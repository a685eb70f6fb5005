import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { CalibrationDay } from '../../lib/calibration.ts';
import { run } from '../run.ts';

/** How often the told windows held, by day, zone and stage. */
export function useCalibration(cityId: string, from: string, to: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['calibration', cityId, from, to],
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('get_eta_calibration_days', { p_city_id: cityId, p_from: from, p_to: to }),
        signal,
      )) as unknown as CalibrationDay[],
  });
}
