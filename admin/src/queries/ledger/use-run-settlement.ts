import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { statementsKey } from './use-statements.ts';

export type SettlementResult = { statements: number; lines: number };

/** Makes the statements up to the end of a local day (YYYY-MM-DD), by default yesterday. Safe to repeat. */
export function useRunSettlement() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (on: string | undefined) =>
      (await run(
        client.rpc('run_settlement', on === undefined ? {} : { p_on: on }),
      )) as unknown as SettlementResult,
    onSettled: () => queries.invalidateQueries({ queryKey: statementsKey }),
  });
}
