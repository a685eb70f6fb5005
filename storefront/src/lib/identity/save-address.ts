import type { Tables, TablesInsert } from '@linli/database';
import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import { setDefaultAddress } from './set-default-address.ts';

export type AddressInput = Pick<
  TablesInsert<'addresses'>,
  'label' | 'contact_name' | 'contact_phone' | 'street' | 'detail' | 'lon' | 'lat'
>;

/** Writes a new address, or changes the one with `id`; `isDefault` makes it the only default. */
export async function saveAddress(
  input: AddressInput,
  isDefault: boolean,
  id?: string,
): Promise<Tables<'addresses'>> {
  const table = db().from('addresses');
  const saved =
    id === undefined
      ? unwrap(await table.insert(input).select().single())
      : unwrap(await table.update(input).eq('id', id).select().single());
  if (!isDefault || saved.is_default) return saved;
  await setDefaultAddress(saved.id);
  return { ...saved, is_default: true };
}
