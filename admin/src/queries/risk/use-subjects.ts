import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import type { BlockSubject } from './use-blocks.ts';

export type Subject = { id: string; name: string; account: string };

/** People or merchants by name, whole phone number, e-mail or id; nothing below two letters. */
export function useSubjects(subject: BlockSubject, search: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['subjects', subject, search],
    enabled: search.trim().length >= 2,
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('find_subjects', { p_subject: subject, p_query: search }),
        signal,
      )) as unknown as Subject[],
  });
}
