import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

/** To whom a ticket can be given, with how many each has in work. */
export function useSupportStaff() {
  const client = useClient();
  return useQuery({
    queryKey: ['support-staff'],
    queryFn: ({ signal }) => run(client.rpc('list_support_staff'), signal),
    staleTime: 60_000,
  });
}

/** The answers that support often gives, for those who may use them. */
export function useCannedAnswers(isWanted: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: ['canned-answers'],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      run(client.from('canned_answers').select('*').eq('is_active', true).order('sort_order'), signal),
    staleTime: 5 * 60_000,
  });
}
