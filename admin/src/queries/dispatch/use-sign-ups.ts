import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type SignUp = Pick<Tables<'rider_shifts'>, 'id' | 'status' | 'started_at' | 'ended_at'> & {
  riders: Pick<Tables<'riders'>, 'display_name'>;
};

/** The riders who signed up for a shift, in the order in which they did. */
export function useSignUps(slotId: string | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: ['sign-ups', slotId],
    queryFn: async ({ signal }): Promise<SignUp[]> =>
      run(
        client
          .from('rider_shifts')
          .select('id,status,started_at,ended_at,riders(display_name)')
          .eq('slot_id', slotId ?? '')
          .order('created_at'),
        signal,
      ),
    enabled: slotId !== undefined,
  });
}
