import type { Enums } from '@linli/database';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { ProviderRow } from '../../lib/provider-statement.ts';
import { run } from '../run.ts';
import { reconciliationKey } from './use-reconciliation.ts';

type Import = { provider: Enums<'payment_provider'>; on: string; rows: ProviderRow[] };
export type ImportResult = { rows: number; matched: number; differences: number };

/** Takes a provider's statement of a day in; a repeat changes only what is new. Errors are left to the caller. */
export function useImportStatement() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ provider, on, rows }: Import) =>
      (await run(
        client.rpc('import_provider_statement', { p_provider: provider, p_on: on, p_rows: rows }),
      )) as unknown as ImportResult,
    onSettled: () => queries.invalidateQueries({ queryKey: reconciliationKey }),
  });
}
