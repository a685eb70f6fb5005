import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { riskKeys } from './risk-keys.ts';

/** The last suspicions against one person. */
export function useSubjectCases(subjectId: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...riskKeys.all, 'cases-of', subjectId],
    queryFn: ({ signal }) =>
      run(
        client
          .from('risk_cases')
          .select('id,moment,score,decision,is_open,created_at')
          .eq('subject_id', subjectId)
          .order('created_at', { ascending: false })
          .limit(10),
        signal,
      ),
  });
}
