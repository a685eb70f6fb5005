import type { LinliClient } from '@linli/database';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { AppError } from '../../lib/app-error.ts';
import { cleanTranslations } from '../../lib/clean-translations.ts';
import { planWindows, type WindowDraft } from '../../lib/daypart-windows.ts';
import { run } from '../run.ts';
import { daypartsKey, type DaypartRow } from './use-dayparts.ts';

export type DaypartDraft = { name: string; translations?: unknown; windows?: WindowDraft[] };
type Change = { row: DaypartRow | undefined; draft: DaypartDraft; order: number } | { remove: string };

/** Writes or removes a daypart with its windows. Errors are left to the caller. */
export function useSaveDaypart(storeId: string) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) =>
      'remove' in change
        ? run(client.from('dayparts').delete().eq('id', change.remove))
        : write(client, storeId, change),
    onSettled: () => queries.invalidateQueries({ queryKey: daypartsKey(storeId) }),
  });
}

async function write(
  client: LinliClient,
  storeId: string,
  { row, draft, order }: Exclude<Change, { remove: string }>,
): Promise<void> {
  const values = { name: draft.name.trim(), translations: cleanTranslations(draft.translations) };
  const [saved] = row
    ? await run(client.from('dayparts').update(values).eq('id', row.id).select('id'))
    : await run(
        client
          .from('dayparts')
          .insert({ ...values, store_id: storeId, sort_order: order })
          .select('id'),
      );
  if (saved === undefined) throw new AppError({ key: 'identity.not_allowed', status: 403, detail: {} });
  const plan = planWindows(row?.windows ?? [], draft.windows ?? []);
  if (plan.remove.length > 0) await run(client.from('daypart_windows').delete().in('id', plan.remove));
  if (plan.create.length > 0) {
    await run(
      client
        .from('daypart_windows')
        .insert(plan.create.map((window) => ({ ...window, daypart_id: saved.id, store_id: storeId }))),
    );
  }
}
