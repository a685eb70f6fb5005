import type { LinliClient } from '@linli/database';
import { AppError } from '../../lib/app-error.ts';
import type { OptionsPlan } from '../../lib/options-diff.ts';
import { run } from '../run.ts';

/** Writes the planned choices of a product. Throws AppError at the first row that is refused. */
export async function saveProductOptions(
  client: LinliClient,
  { id: productId, store_id }: { id: string; store_id: string },
  plan: OptionsPlan,
): Promise<void> {
  if (plan.removeModifiers.length > 0) {
    await run(client.from('modifiers').delete().in('id', plan.removeModifiers));
  }
  if (plan.removeGroups.length > 0) {
    await run(client.from('modifier_groups').delete().in('id', plan.removeGroups));
  }
  for (const { id, modifiers, ...group } of plan.groups) {
    const groupId = id ?? (await createGroup(client, { ...group, product_id: productId, store_id }));
    if (id !== undefined) await run(client.from('modifier_groups').update(group).eq('id', id));
    const created = modifiers.flatMap(({ id: known, ...row }) =>
      known ? [] : [{ ...row, group_id: groupId, store_id }],
    );
    if (created.length > 0) await run(client.from('modifiers').insert(created));
    for (const { id: known, ...row } of modifiers) {
      if (known) await run(client.from('modifiers').update(row).eq('id', known));
    }
  }
}

type NewGroup = Omit<OptionsPlan['groups'][number], 'id' | 'modifiers'> & {
  product_id: string;
  store_id: string;
};

async function createGroup(client: LinliClient, group: NewGroup): Promise<string> {
  const [row] = await run(client.from('modifier_groups').insert(group).select('id'));
  if (row === undefined) throw new AppError({ key: 'platform.unknown', status: 0, detail: {} });
  return row.id;
}
