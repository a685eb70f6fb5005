import { useInvalidate } from '@refinedev/core';
import { App } from 'antd';
import { useClient } from '../app/services.ts';
import { useErrorText } from '../providers/use-error-text.ts';
import { run } from '../queries/run.ts';

type OrderedTable = 'menu_sections' | 'products' | 'categories' | 'banners';
type Write = { id: string; sort_order: number; parent_id?: string | null };

/** Writes new places of rows, then lets their lists read again. A refused write is told and undone by that reading. */
export function useSaveOrder(table: OrderedTable): (rows: readonly Write[]) => Promise<void> {
  const client = useClient();
  const invalidate = useInvalidate();
  const errorText = useErrorText();
  const { message } = App.useApp();
  return async (rows) => {
    try {
      await Promise.all(
        rows.map(({ id, ...place }) =>
          run(
            client
              .from(table)
              .update(place as never)
              .eq('id', id),
          ),
        ),
      );
    } catch (error) {
      void message.error(errorText(error));
    }
    await invalidate({ resource: table, invalidates: ['list'] });
  };
}
