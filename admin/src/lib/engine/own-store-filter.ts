import type { Filter, Resource } from './types.ts';

/** The filter that leaves a merchant the rows of one store, where rows are of stores. */
export function ownStoreFilter(resource: Resource, storeId: string | undefined): Filter | undefined {
  if (storeId === undefined) return undefined;
  const column = resource.name === 'stores' ? 'id' : 'store_id';
  const found = resource.columns.find(({ name, may }) => name === column && may.select);
  return (
    found && {
      column,
      operator: found.references ? 'in' : 'eq',
      value: found.references ? [storeId] : storeId,
    }
  );
}
