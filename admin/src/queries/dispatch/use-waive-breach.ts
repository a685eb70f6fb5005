import { useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

/** Lets a breach go, with a note why. Throws a keyed error. */
export function useWaiveBreach(): (id: string, note: string) => Promise<void> {
  const client = useClient();
  const queries = useQueryClient();
  return async (id, note) => {
    await run(client.rpc('waive_breach', { p_breach_id: id, p_note: note }));
    await queries.invalidateQueries({ queryKey: ['breaches'] });
  };
}
