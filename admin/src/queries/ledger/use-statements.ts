import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type StatementRow = Tables<'settlement_statements'>;
type Filter = { cityId?: string; partyId?: string; party?: StatementRow['party'] };

export const statementsKey = ['statements'] as const;

/** The newest statements that the reader may see, filtered. */
export function useStatements(filter: Filter) {
  const client = useClient();
  return useQuery({
    queryKey: [...statementsKey, filter],
    queryFn: ({ signal }) => {
      let query = client.from('settlement_statements').select('*');
      if (filter.cityId !== undefined) query = query.eq('city_id', filter.cityId);
      if (filter.partyId !== undefined) query = query.eq('party_id', filter.partyId);
      if (filter.party !== undefined) query = query.eq('party', filter.party);
      return run(query.order('period_on', { ascending: false }).order('id').limit(500), signal);
    },
  });
}
